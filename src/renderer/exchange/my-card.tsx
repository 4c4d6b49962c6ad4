import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { answered } from '../room/answered.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { CardFacts } from './card-facts.tsx'
import { ChangeMyKey } from './change-my-key.tsx'
import { SaveFileButton } from './save-file-button.tsx'

/** This unit's own card, to be handed to the other side. */
export function MyCard({ to }: { to: 'room' | 'county' | 'above' }) {
  const { t } = useTranslation('exchange')
  const title = useId()
  const { data: mine, failed, again } = useQuery(() => answered(room.myCard()), [])
  return (
    <section className="panel" aria-labelledby={title}>
      <h2 className="panel-title" id={title}>
        {t('mine.title')}
      </h2>
      <p>{t(`mine.for.${to}`)}</p>
      <RefusalNotice refusal={failed} />
      {mine !== null && (
        <>
          <CardFacts shown={mine} />
          <SaveFileButton file={mine.file}>{t('mine.save')}</SaveFileButton>
          <div className="card-key">
            <ChangeMyKey onChanged={again} />
          </div>
        </>
      )}
    </section>
  )
}
