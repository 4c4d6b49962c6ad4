import { Button, Input, Skeleton } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { done, type Outcome, type Refusal } from '../../../instruments/outcome.ts'
import type { PlainSurveyRead } from '../../../instruments/plain-survey/read-plain-survey.ts'
import type { SurveySource } from '../../../room/contract/surveys.ts'
import { desktop } from '../../bridge/desktop.ts'
import { useLanguage } from '../../locale/locale.ts'
import { surveyText } from '../../questionnaire/survey-text.ts'
import { FaultList } from '../../refusals/fault-list.tsx'
import { room } from '../../room/room.ts'
import { useCommand } from '../../room/use-command.ts'
import { SurveyPreview } from '../../surveys/survey-preview.tsx'
import { Page } from '../../ui/page.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import './campaigns.css'

const maxBytes = 5 * 1024 * 1024

/** Writes a survey for all rooms: choose it, see all that it will ask, name it and sign it. */
export function NewCountyCampaign() {
  const { t } = useTranslation('campaigns')
  const navigate = useNavigate()
  const [language] = useLanguage()
  const field = useId()
  const [source, setSource] = useState<SurveySource>(null)
  const [tried, setTried] = useState<Outcome<PlainSurveyRead, Refusal[]> | null>(null)
  const [title, setTitle] = useState('')
  const choose = useCommand(() => desktop.openFile(['json'], maxBytes))
  const read = useCommand(async (from: SurveySource) => done(await room.trySurvey(from)))
  const write = useCommand(() => room.writeCountyCampaign({ source, title }))
  const look = async (from: SurveySource) => {
    setSource(from)
    setTried(null)
    const found = (await read.run(from))?.value ?? null
    setTried(found)
    if (found?.ok) setTitle(surveyText(found.value.survey.title, language).slice(0, 100))
  }
  const chooseFile = async () => {
    const file = (await choose.run())?.value ?? null
    if (file !== null) await look(file)
  }
  const writeIt = async () => {
    const written = await write.run()
    if (written !== null) void navigate(`/county/campaigns/${written.value.id}`, { replace: true })
  }
  return (
    <Page
      title={t('new.title')}
      lead={t('new.lead')}
      actions={<Link to="/county/campaigns">{t('one.back')}</Link>}
    >
      <section className="panel" aria-label={t('new.which')}>
        <h2 className="panel-title">{t('new.which')}</h2>
        <div className="county-buttons">
          <Button type={tried === null ? 'primary' : 'default'} onClick={() => void look(null)}>
            {t('surveys:open.example')}
          </Button>
          <Button loading={choose.running} onClick={() => void chooseFile()}>
            {t('surveys:open.file')}
          </Button>
        </div>
        <p className="county-quiet">{t('new.counted')}</p>
      </section>
      <RefusalNotice refusal={choose.refusal ?? read.refusal} />
      {read.running && <Skeleton active />}
      {tried !== null && !tried.ok && (
        <FaultList title={t('surveys:open.refused')} faults={tried.refusal}>
          <p>{t('surveys:open.unchanged')}</p>
        </FaultList>
      )}
      {tried?.ok && (
        <>
          <section className="panel">
            <label htmlFor={field}>{t('new.name')}</label>
            <Input
              id={field}
              className="campaigns-name"
              maxLength={100}
              autoComplete="off"
              value={title}
              onChange={({ target }) => setTitle(target.value)}
            />
            <RefusalNotice refusal={write.refusal} />
            <Button type="primary" loading={write.running} onClick={() => void writeIt()}>
              {t('new.write')}
            </Button>
          </section>
          <SurveyPreview survey={tried.value.survey} />
        </>
      )}
    </Page>
  )
}
