import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { questionsOf } from '../../instruments/plain-survey/plain-survey.ts'
import { desktop } from '../bridge/desktop.ts'
import { useLanguage } from '../locale/locale.ts'
import { surveyText } from '../questionnaire/survey-text.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { CrossTable } from './cross-table.tsx'
import { HandInCounts } from './hand-in-counts.tsx'
import { QuestionResults } from './question-results.tsx'
import type { CampaignOnShow } from './use-campaign.ts'

/** What a closed campaign came to. */
export function CampaignResults({ shown }: { shown: CampaignOnShow }) {
  const { t } = useTranslation('surveys')
  const { id, campaign, responses } = shown
  const { data, failed } = useQuery(
    async () => (responses === null ? null : room.campaignResults(id)),
    [id, responses],
  )
  const { day } = useFormatTime()

  if (responses === null)
    return (
      <section className="panel">
        <p>{t('results.notForYou')}</p>
      </section>
    )
  if (data === null)
    return (
      <>
        <RefusalNotice refusal={failed} />
        {failed === null && <Skeleton active />}
      </>
    )
  if (data.held !== null)
    return (
      <section className="panel">
        <p className="surveys-figure">{t('people', { count: data.responses })}</p>
        <p>{t(`results.held.${data.held}`)}</p>
      </section>
    )
  return (
    <>
      <section className="panel surveys-summary">
        <p className="surveys-figure">{t('people', { count: data.responses })}</p>
        <p className="quiet">
          {t('results.days', { first: day(data.days.first), last: day(data.days.last) })}
        </p>
        <TakeAway id={id} />
      </section>
      {campaign.county !== undefined && <HandInCounts shown={shown} />}
      <QuestionResults survey={campaign.survey} results={data} />
      <Written shown={shown} written={data.written} />
      <CrossTable id={id} survey={campaign.survey} />
    </>
  )
}

/** Counts as a file, and on paper. */
function TakeAway({ id }: { id: string }) {
  const { t } = useTranslation('surveys')
  const navigate = useNavigate()
  const [language] = useLanguage()
  const save = useCommand(async () => {
    const file = await room.exportCounts({ id, language })
    return file.ok ? desktop.saveFile(file.value.name, file.value.bytes) : file
  })
  return (
    <div>
      <div className="surveys-actions">
        <Button loading={save.running} onClick={() => void save.run()}>
          {t('results.save')}
        </Button>
        <Button onClick={() => void navigate(`/surveys/${id}/paper`)}>{t('results.print')}</Button>
        <span role="status" className="quiet">
          {save.doneAt !== null && t('results.saved')}
        </span>
      </div>
      <RefusalNotice refusal={save.refusal} />
    </div>
  )
}

function Written({
  shown: { campaign },
  written,
}: {
  shown: CampaignOnShow
  written: { question: string; texts: string[] }[]
}) {
  const { t } = useTranslation('surveys')
  const [language] = useLanguage()
  const questions = questionsOf(campaign.survey)
  return written.map(({ question: name, texts }) => (
    <section key={name} className="panel">
      <h2 className="panel-title">
        {surveyText(questions.find((question) => question.name === name)?.title, language)}
      </h2>
      <p className="quiet">{t('results.written', { count: texts.length })}</p>
      <ul className="surveys-written">
        {texts.map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and a text may stand twice
          <li key={index}>{text}</li>
        ))}
      </ul>
    </section>
  ))
}
