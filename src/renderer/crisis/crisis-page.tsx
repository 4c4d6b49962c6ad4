import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useClientOnShow } from '../clients/client-context.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { CrisisActions } from './crisis-actions.tsx'
import { CrisisChain } from './crisis-chain.tsx'
import { CrisisClosing } from './crisis-closing.tsx'
import { CrisisHistory } from './crisis-history.tsx'
import { CrisisNextStep } from './crisis-next-step.tsx'
import { StepChoice } from './step-choice.tsx'
import { useEpisodes } from './use-episodes.ts'
import './crisis-page.css'

/** One crisis episode: what is due, what can be entered, how everything stands, and what happened. */
export function CrisisPage() {
  const { t } = useTranslation('crisis')
  const { dayTime } = useFormatTime()
  const { episodeId } = useParams()
  const { file, again } = useClientOnShow()
  const { data, failed, again: look } = useEpisodes(file)
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (data === null) return <Skeleton active />
  const { episodes, colleagues, staffNames } = data
  const onShow = episodes.find(({ episode }) => episode.id === episodeId)
  if (onShow === undefined) return <RefusalNotice refusal={{ code: 'NOT_FOUND' }} />
  const { value } = onShow.episode
  const base = `/clients/${file.client.id}`

  return (
    <Page
      title={t('page.title')}
      lead={
        <>
          {t(`page.from.${value.from.kind}`, { at: dayTime(value.openedAt) })} ·{' '}
          {t('page.responsible', { who: staffNames[onShow.standing.responsible] ?? t('somebody') })}
        </>
      }
      actions={
        <>
          <Link to={`${base}/safety-plan`}>{t('page.safetyPlan')}</Link>
          <Link to={`${base}/crisis`}>{t('page.all')}</Link>
        </>
      }
    >
      <div className="crisis-columns">
        <div>
          <CrisisNextStep onShow={onShow} staffNames={staffNames} />
          <StepChoice
            key={onShow.episode.id}
            onShow={onShow}
            colleagues={colleagues}
            onTaken={again}
            onStale={look}
          />
          <CrisisHistory episode={value} staffNames={staffNames} />
        </div>
        <div>
          <CrisisActions onShow={onShow} staffNames={staffNames} onTaken={again} onStale={look} />
          <CrisisChain followUps={onShow.followUps} />
          <CrisisClosing onShow={onShow} />
        </div>
      </div>
    </Page>
  )
}
