import { useTranslation } from 'react-i18next'
import type { Stored } from '../../casework/records/record.ts'
import type { TierDecision } from '../../casework/tiers/tier-decision.ts'
import type { TierProposal } from '../../casework/tiers/tier-proposal.ts'
import { dayOf } from '../../tiering/calendar.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { useClientOnShow } from './client-context.ts'
import { TierMark } from './tier-mark.tsx'
import { TierSuggestion } from './tier-suggestion.tsx'
import './tier-history.css'

/** Every decision on this client's tier and every proposal that was not followed, newest first, with what each rested on. */
export function TierHistory() {
  const { t } = useTranslation('clients')
  const { decisions, proposals } = useClientOnShow().file
  const turnedDown = proposals.filter(({ value }) => value.answer !== null && value.answer.kind !== 'decided')
  if (decisions.length === 0 && turnedDown.length === 0)
    return (
      <section className="panel">
        <EmptyState title={t('history.empty.title')}>{t('history.empty.text')}</EmptyState>
      </section>
    )
  const entries = [
    ...decisions.map((decision) => ({
      at: decision.value.decidedAt,
      line: <Decided key={decision.id} {...decision} />,
    })),
    ...turnedDown.map((proposal) => ({
      at: proposal.value.proposedAt,
      line: <TurnedDown key={proposal.id} {...proposal} />,
    })),
  ]
  return (
    <ol className="tier-history">
      {entries.sort((a, b) => Date.parse(b.at) - Date.parse(a.at)).map(({ line }) => line)}
    </ol>
  )
}

function Decided({ id, value }: Stored<TierDecision>) {
  const { t } = useTranslation('clients')
  const { t: tTiers } = useTranslation('tiers')
  const { dayTime, day } = useFormatTime()
  const { staffNames, assessments, proposals } = useClientOnShow().file
  const nameOf = (staff: string) => staffNames[staff] ?? t('tierCard.somebody')
  const asked = proposals.find(
    ({ value: { answer } }) => answer?.kind === 'decided' && answer.decision === id,
  )?.value
  return (
    <li className="panel">
      <h2 className="panel-title">
        <TierMark tier={value.tier} />
      </h2>
      <p>
        {t('history.line', {
          at: dayTime(value.decidedAt),
          who: nameOf(value.decidedBy),
          day: day(value.reviewBy),
        })}
      </p>
      <blockquote className="tier-card-reason">{value.reason}</blockquote>
      {value.approval?.kind === 'here' && <p>{tTiers('history.approvedHere')}</p>}
      {value.approval?.kind === 'outside' && (
        <p>
          {tTiers('history.approvedOutside', { name: value.approval.name, day: day(value.approval.day) })}
        </p>
      )}
      {asked !== undefined && (
        <p>
          {tTiers('history.proposedBy', { who: nameOf(asked.proposedBy), at: dayTime(asked.proposedAt) })}
        </p>
      )}
      <details>
        <summary>{t('history.asItStood')}</summary>
        <TierSuggestion
          suggestion={value.suggestion}
          asOf={dayOf(value.decidedAt)}
          assessments={assessments}
        />
        {value.suggestion !== null && (
          <p className="tier-history-rules">{t('history.ruleSet', value.suggestion.ruleSet)}</p>
        )}
      </details>
    </li>
  )
}

function TurnedDown({ value: { tier, reason, proposedBy, proposedAt, answer } }: Stored<TierProposal>) {
  const { t } = useTranslation('tiers')
  const { dayTime } = useFormatTime()
  const { staffNames } = useClientOnShow().file
  const nameOf = (staff: string) => staffNames[staff] ?? t('somebody')
  return (
    <li className="panel">
      <h2 className="panel-title">
        {t('history.proposal')} <TierMark tier={tier} />
      </h2>
      <p>{t('history.proposedBy', { who: nameOf(proposedBy), at: dayTime(proposedAt) })}</p>
      <blockquote className="tier-card-reason">{reason}</blockquote>
      {answer !== null && answer.kind !== 'decided' && (
        <p>{t(`history.${answer.kind}`, { who: nameOf(answer.by), at: dayTime(answer.at) })}</p>
      )}
      {answer?.kind === 'declined' && <blockquote className="tier-card-reason">{answer.because}</blockquote>}
    </li>
  )
}
