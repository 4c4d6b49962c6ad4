import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { titleOf } from '../../assessments/title-of.ts'
import { useLanguage } from '../../locale/locale.ts'
import { room } from '../../room/room.ts'
import { useQuery } from '../../room/use-query.ts'
import { Page } from '../../ui/page.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { TryOut } from './try-out.tsx'
import '../catalogue.css'

/** An instrument tried out: as the client sees it, with the score beside it. Nothing is kept. */
export function TryOutPage() {
  const { instrumentId } = useParams()
  const { t } = useTranslation('catalogue')
  const [language] = useLanguage()
  const { data: shelf, failed } = useQuery(() => room.questionnaires(), [])
  const questionnaire = shelf?.entries.find(
    (entry) => entry.questionnaire.instrument.id === instrumentId,
  )?.questionnaire
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (shelf === null) return <Skeleton active />
  if (questionnaire === undefined) return <RefusalNotice refusal={{ code: 'NOT_FOUND' }} />
  const { instrument } = questionnaire
  return (
    <Page
      title={t('tryOut.title', { title: titleOf(instrument, language, instrument.id) })}
      actions={
        <Link className="catalogue-action" to={`/catalogue/${instrument.id}`}>
          {t('tryOut.end')}
        </Link>
      }
    >
      <TryOut key={instrument.id} questionnaire={questionnaire} />
    </Page>
  )
}
