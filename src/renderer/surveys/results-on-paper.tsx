import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useQuery } from '../room/use-query.ts'
import { A4Sheet, PrintButton } from '../ui/a4-sheet.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { QuestionResults } from './question-results.tsx'
import { useCampaign } from './use-campaign.ts'
import './surveys.css'

/** Counts and charts on paper, without what people wrote. */
export function ResultsOnPaper() {
  const { t } = useTranslation('surveys')
  const { day } = useFormatTime()
  const { unit } = useSession()
  const { campaign, failed } = useCampaign()
  const id = campaign?.id
  const results = useQuery(async () => (id === undefined ? null : room.campaignResults(id)), [id])
  const problem = failed ?? results.failed
  if (campaign === null || results.data === null)
    return (
      <Page title={t('paper.title')}>
        <RefusalNotice refusal={problem} />
        {problem === null && <Skeleton active />}
      </Page>
    )
  const { held } = results.data
  return (
    <Page
      title={t('paper.title')}
      actions={
        <>
          <Link to={`/surveys/${campaign.id}`}>{t('interview.back')}</Link>
          {held === null && <PrintButton />}
        </>
      }
    >
      {results.data.held !== null ? (
        <p>{t(`results.held.${results.data.held}`)}</p>
      ) : (
        <A4Sheet label={campaign.campaign.title}>
          <h2>{campaign.campaign.title}</h2>
          <p>
            {unit.name} · {t('people', { count: results.data.responses })} ·{' '}
            {t('results.days', { first: day(results.data.days.first), last: day(results.data.days.last) })}
          </p>
          <p className="a4-sheet-small">{t('paper.note')}</p>
          <QuestionResults survey={campaign.campaign.survey} results={results.data} />
        </A4Sheet>
      )}
    </Page>
  )
}
