import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLanguage } from '../locale/locale.ts'
import { Questionnaire } from '../questionnaire/questionnaire.tsx'
import { surveyText } from '../questionnaire/survey-text.ts'
import { usePlainSurvey } from '../questionnaire/use-plain-survey.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { SavedAt } from '../ui/saved-at.tsx'
import { type CampaignOnShow, useCampaign } from './use-campaign.ts'
import './surveys.css'

/** A member of staff asks one person after another and enters what they say. */
export function InterviewPage() {
  const { t } = useTranslation('surveys')
  const { campaign, failed, again } = useCampaign()
  const [person, setPerson] = useState(1)
  const [keptAt, setKeptAt] = useState<Date | null>(null)
  const kept = () => {
    setKeptAt(new Date())
    setPerson((count) => count + 1)
    again()
    window.scrollTo(0, 0)
  }
  if (campaign === null)
    return (
      <Page title={t('interview.title')}>
        <RefusalNotice refusal={failed} />
        {failed === null && <Skeleton active />}
      </Page>
    )
  return (
    <Page
      title={t('interview.of', { title: campaign.campaign.title })}
      lead={t('interview.say')}
      actions={<Link to={`/surveys/${campaign.id}`}>{t('interview.back')}</Link>}
    >
      <p className="surveys-kept">
        <SavedAt at={keptAt} /> {t('people', { count: campaign.responses ?? 0 })}
      </p>
      <Interview key={person} shown={campaign} onKept={kept} />
    </Page>
  )
}

function Interview({ shown: { id, campaign }, onKept }: { shown: CampaignOnShow; onKept: () => void }) {
  const { t } = useTranslation('surveys')
  const [screenLanguage] = useLanguage()
  const { survey } = campaign
  const language = survey.languages.includes(screenLanguage)
    ? screenLanguage
    : (survey.languages[0] ?? screenLanguage)
  const questions = usePlainSurvey({ survey, language, arrangement: 'list' })
  const submit = useCommand(() => room.submitResponse({ id, answers: questions.answers() }))
  const open = questions.asked.filter(({ required, answered }) => required && !answered).length
  const keep = async () => {
    if ((await submit.run()) !== null) onKept()
  }
  return (
    <section className="panel">
      <p lang={language}>{surveyText(survey.description, language)}</p>
      <Questionnaire questions={questions} />
      <RefusalNotice refusal={submit.refusal} />
      <div className="surveys-actions">
        <Button type="primary" disabled={open > 0} loading={submit.running} onClick={() => void keep()}>
          {t('interview.keep')}
        </Button>
        {open > 0 && <span className="quiet">{t('interview.open', { count: open })}</span>}
      </div>
    </section>
  )
}
