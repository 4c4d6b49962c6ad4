import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { CampaignResults } from './campaign-results.tsx'
import { HandOverForm } from './hand-over-form.tsx'
import { SurveyPreview } from './survey-preview.tsx'
import { State } from './surveys-page.tsx'
import { type CampaignOnShow, useCampaign } from './use-campaign.ts'
import './surveys.css'

/** One campaign: how it is asked while it runs, what came of it once it is over. */
export function CampaignPage() {
  const { t } = useTranslation('surveys')
  const { campaign, failed, again } = useCampaign()
  if (campaign === null)
    return (
      <Page title={t('title')}>
        <RefusalNotice refusal={failed} />
        {failed === null && <Skeleton active />}
      </Page>
    )
  const running = campaign.campaign.closedAt === null
  return (
    <Page title={campaign.campaign.title} lead={<CampaignLine shown={campaign} />}>
      {running ? (
        <Running key={campaign.id} shown={campaign} onClosed={again} />
      ) : (
        <CampaignResults shown={campaign} />
      )}
      <details className="surveys-asked">
        <summary>{t('asked')}</summary>
        <SurveyPreview survey={campaign.campaign.survey} />
      </details>
    </Page>
  )
}

function CampaignLine({ shown: { campaign, staffNames } }: { shown: CampaignOnShow }) {
  const { t } = useTranslation('surveys')
  const { day } = useFormatTime()
  const by = (id: string | null) => (id === null ? '' : (staffNames[id] ?? t('somebody')))
  return (
    <>
      <State closedAt={campaign.closedAt} />{' '}
      {t('openedLine', { day: day(campaign.openedAt), by: by(campaign.openedBy) })}{' '}
      {campaign.closedAt !== null &&
        t('closedLine', { day: day(campaign.closedAt), by: by(campaign.closedBy) })}
    </>
  )
}

function Running({ shown, onClosed }: { shown: CampaignOnShow; onClosed: () => void }) {
  const { t } = useTranslation('surveys')
  const { id, revision, campaign, responses } = shown
  const navigate = useNavigate()
  const [sure, setSure] = useState(false)
  const close = useCommand(() => room.closeCampaign({ id, revision }))
  const closeIt = async () => {
    if ((await close.run()) !== null) onClosed()
  }
  return (
    <div className="surveys-running">
      <section className="panel">
        <h2 className="panel-title">{t('running.title')}</h2>
        {responses === null ? (
          <p>{t('running.notForYou')}</p>
        ) : (
          <p className="surveys-figure">{t('people', { count: responses })}</p>
        )}
        <p className="quiet">{t('running.why')}</p>
        <RefusalNotice refusal={close.refusal} />
        {sure && <p role="alert">{t('running.closeSure')}</p>}
        <div className="surveys-actions">
          {sure ? (
            <>
              <Button type="primary" loading={close.running} onClick={() => void closeIt()}>
                {t('running.closeNow')}
              </Button>
              <Button onClick={() => setSure(false)}>{t('running.notYet')}</Button>
            </>
          ) : (
            <Button onClick={() => setSure(true)}>{t('running.close')}</Button>
          )}
        </div>
      </section>
      {responses !== null && campaign.modes.includes('kiosk') && <HandOverForm shown={shown} />}
      {responses !== null && campaign.modes.includes('interview') && (
        <section className="panel">
          <h2 className="panel-title">{t('interview.title')}</h2>
          <p>{t('interview.lead')}</p>
          <Button onClick={() => void navigate(`/surveys/${id}/interview`)}>{t('interview.begin')}</Button>
        </section>
      )}
    </div>
  )
}
