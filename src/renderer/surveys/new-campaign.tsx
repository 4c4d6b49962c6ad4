import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { CampaignMode } from '../../casework/surveys/campaign.ts'
import { done, type Outcome, type Refusal } from '../../instruments/outcome.ts'
import type { PlainSurveyRead } from '../../instruments/plain-survey/read-plain-survey.ts'
import type { SurveySource } from '../../room/contract/surveys.ts'
import { desktop } from '../bridge/desktop.ts'
import { FaultList } from '../refusals/fault-list.tsx'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { CountySurvey } from './county-survey.tsx'
import { OpenForm } from './open-form.tsx'
import { SurveyPreview } from './survey-preview.tsx'
import './surveys.css'

const maxBytes = 5 * 1024 * 1024

/** Opens a campaign: choose a survey, see every fault or all that it will ask, name it and open it. */
export function NewCampaign() {
  const { t } = useTranslation('surveys')
  const navigate = useNavigate()
  const [source, setSource] = useState<SurveySource>(null)
  const [tried, setTried] = useState<Outcome<PlainSurveyRead, Refusal[]> | null>(null)
  const choose = useCommand(() => desktop.openFile(['json'], maxBytes))
  const read = useCommand(async (from: SurveySource) => done(await room.trySurvey(from)))
  const open = useCommand((input: { title: string; modes: CampaignMode[] }) =>
    room.openCampaign({ source, ...input }),
  )

  const look = async (from: SurveySource) => {
    setSource(from)
    setTried(null)
    setTried((await read.run(from))?.value ?? null)
  }
  const chooseFile = async () => {
    const file = (await choose.run())?.value ?? null
    if (file !== null) await look(file)
  }
  const openIt = async (input: { title: string; modes: CampaignMode[] }) => {
    const opened = await open.run(input)
    if (opened !== null) void navigate(`/surveys/${opened.value.id}`, { replace: true })
  }

  return (
    <Page title={t('open.title')} lead={t('open.lead')}>
      <section className="panel">
        <h2 className="panel-title">{t('open.which')}</h2>
        <div className="surveys-sources">
          <div>
            <Button type={tried === null ? 'primary' : 'default'} onClick={() => void look(null)}>
              {t('open.example')}
            </Button>
            <p className="quiet">{t('open.exampleHint')}</p>
          </div>
          <div>
            <Button loading={choose.running} onClick={() => void chooseFile()}>
              {t('open.file')}
            </Button>
            <p className="quiet">{t('open.fileHint')}</p>
          </div>
        </div>
      </section>
      {tried === null && !read.running && <CountySurvey />}
      <RefusalNotice refusal={choose.refusal ?? read.refusal} />
      {read.running && <Skeleton active />}
      {tried !== null && !tried.ok && (
        <FaultList title={t('open.refused')} faults={tried.refusal}>
          <p>{t('open.unchanged')}</p>
        </FaultList>
      )}
      {tried?.ok && (
        <>
          {tried.value.notes.length > 0 && (
            <FaultList title={t('open.notes')} faults={tried.value.notes}>
              <p>{t('open.notesHint')}</p>
            </FaultList>
          )}
          <OpenForm
            key={source?.name ?? 'example'}
            survey={tried.value.survey}
            running={open.running}
            refusal={open.refusal}
            onOpen={(input) => void openIt(input)}
          />
          <SurveyPreview survey={tried.value.survey} />
        </>
      )}
    </Page>
  )
}
