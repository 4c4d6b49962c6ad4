import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { CrisisOnShow } from '../../room/contract/crisis.ts'
import { useRefusalText } from '../refusals/refusal-text.ts'

/** What still stands in the way of closing an episode, as sentences. */
export function CrisisClosing({ onShow: { closing, standing } }: { onShow: CrisisOnShow }) {
  const { t } = useTranslation('crisis')
  const text = useRefusalText()
  const title = useId()
  return (
    <section className="panel" aria-labelledby={title}>
      <h2 className="panel-title" id={title}>
        {t('closing.title')}
      </h2>
      {standing.state === 'closed' ? (
        <p>{t('closing.closed')}</p>
      ) : closing.length === 0 ? (
        <p>{t('closing.clear')}</p>
      ) : (
        <ul>
          {closing.map((block) => (
            <li key={block.code}>{text(block)}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
