import { useTranslation } from 'react-i18next'
import type { Referral, ReferralStep } from '../../casework/referrals/referral.ts'
import { useFormatTime } from '../ui/format-time.ts'

/** What was written down with a step. */
const said = (step: ReferralStep): string => {
  switch (step.kind) {
    case 'sent':
      return ''
    case 'accepted':
      return step.person
    case 'feedback':
      return `${step.from}: ${step.advice}`
    case 'seen':
    case 'reminded':
      return step.note
    case 'returned':
      return step.next
    default:
      return step.because
  }
}

/** Everything that happened in a referral, oldest first. */
export function ReferralHistory({
  referral: { writtenBy, writtenAt, steps },
  staffNames,
}: {
  referral: Pick<Referral, 'writtenBy' | 'writtenAt' | 'steps'>
  staffNames: Record<string, string>
}) {
  const { t } = useTranslation('referrals')
  const { dayTime } = useFormatTime()
  const who = (id: string) => staffNames[id] ?? t('somebody')
  return (
    <ol className="referral-history" aria-label={t('history')}>
      <li>
        <time dateTime={writtenAt}>{dayTime(writtenAt)}</time> {t('step.written', { who: who(writtenBy) })}
      </li>
      {steps.map((step) => (
        <li key={step.at}>
          <time dateTime={step.at}>{dayTime(step.at)}</time>{' '}
          {t(step.kind === 'sent' ? `step.sent.${step.way}` : `step.${step.kind}`, { who: who(step.by) })}{' '}
          <span className="referral-said">{said(step)}</span>
        </li>
      ))}
    </ol>
  )
}
