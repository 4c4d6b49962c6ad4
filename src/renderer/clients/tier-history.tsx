import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/empty-state.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { useClientOnShow } from './client-context.ts'
import { TierMark } from './tier-mark.tsx'
import { TierSuggestion } from './tier-suggestion.tsx'
import './tier-history.css'

/** Every decision on this client's tier, newest first, each with its reason and the suggestion as it stood. */
export function TierHistory() {
  const { t } = useTranslation('clients')
  const { dayTime, day } = useFormatTime()
  const { decisions, staffNames, assessments } = useClientOnShow().file
  if (decisions.length === 0)
    return (
      <section className="panel">
        <EmptyState title={t('history.empty.title')}>{t('history.empty.text')}</EmptyState>
      </section>
    )
  return (
    <ol className="tier-history">
      {decisions.toReversed().map(({ id, value }) => (
        <li key={id} className="panel">
          <h2 className="panel-title">
            <TierMark tier={value.tier} />
          </h2>
          <p>
            {t('history.line', {
              at: dayTime(value.decidedAt),
              who: staffNames[value.decidedBy] ?? t('tierCard.somebody'),
              day: day(value.reviewBy),
            })}
          </p>
          <blockquote className="tier-card-reason">{value.reason}</blockquote>
          <details>
            <summary>{t('history.asItStood')}</summary>
            <TierSuggestion suggestion={value.suggestion} assessments={assessments} />
            {value.suggestion !== null && (
              <p className="tier-history-rules">{t('history.ruleSet', value.suggestion.ruleSet)}</p>
            )}
          </details>
        </li>
      ))}
    </ol>
  )
}
