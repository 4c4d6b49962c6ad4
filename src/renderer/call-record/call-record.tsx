import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CallOnShow, HotlineRules } from '../../room/contract/hotline.ts'
import { CallKept } from '../callers/call-kept.tsx'
import { CallerBeside } from '../callers/caller-beside.tsx'
import { CrisisChain } from '../crisis/crisis-chain.tsx'
import { lengthOf } from '../hotline/call-clock.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { CallActions } from './call-actions.tsx'
import { CallHistory } from './call-history.tsx'
import { CallLines } from './call-lines.tsx'
import { CallSteps } from './call-steps.tsx'
import { CallTold } from './call-told.tsx'
import { CallWaits } from './call-waits.tsx'
import { CrisisFromCall } from './crisis-from-call.tsx'
import { FollowUpEntry } from './follow-up-entry.tsx'
import '../crisis/crisis-page.css'
import './call-record.css'

/** A call that has ended: what is still to be done, what was done, whom it reached, and what was written down while it went on. */
export function CallRecord({
  onShow,
  rules,
  onChanged,
}: {
  onShow: CallOnShow
  rules: HotlineRules['rules']
  onChanged: () => void
}) {
  const { t } = useTranslation('call-record')
  const { dayTime, time } = useFormatTime()
  const { call, followUps, staffNames, standing } = onShow
  const { value } = call
  const { endedAt, startedAt, number, seat } = value
  const fromBefore = value.steps === undefined
  return (
    <Page
      title={t('title', { number: number ?? '', at: dayTime(startedAt) }).trim()}
      lead={[
        ...(endedAt === null ? [] : [t('lead', { at: time(endedAt), length: lengthOf(startedAt, endedAt) })]),
        ...(seat === undefined ? [] : [t('seat', { seat })]),
        staffNames[value.worker] ?? '',
      ].join(' · ')}
      actions={
        <>
          <Link to="/mandatory-reports/new">{t('report')}</Link>
          <Link to="/hotline">{t('back')}</Link>
        </>
      }
    >
      <div className="crisis-columns">
        <div>
          {!fromBefore && <CallWaits onShow={onShow} />}
          <CallSteps key={call.id} onShow={onShow} rules={rules} onTaken={onChanged} />
          {fromBefore && <FollowUpEntry call={call} onEntered={onChanged} />}
          <CallLines call={value} />
          {!fromBefore && <CallHistory call={call} staffNames={staffNames} />}
        </div>
        <div>
          <CallerBeside call={call} alias={value.alias} />
          <CallActions onShow={onShow} rules={rules} onTaken={onChanged} />
          {followUps.length > 0 && <CrisisChain followUps={followUps} lead={t('chain.lead')} />}
          <CallTold onShow={onShow} />
          {(standing.inDanger || fromBefore) && <CrisisFromCall callId={call.id} />}
          <CallKept callId={call.id} revision={call.revision} />
        </div>
      </div>
    </Page>
  )
}
