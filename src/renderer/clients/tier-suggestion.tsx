import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Assessment } from '../../casework/assessments/assessment.ts'
import type { Stored } from '../../casework/records/record.ts'
import { addDays } from '../../tiering/calendar.ts'
import type { FiredRule, Suggestion } from '../../tiering/suggestion.ts'
import { useLanguage } from '../locale/locale.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { TierMark } from './tier-mark.tsx'

/** From so many days before evidence runs out on it is said so; the board reminds as early. */
const soonDays = 7

/** What the rules suggest on a day: each rule as a sentence, how long it counts, and the assessment it rests on. */
export function TierSuggestion({
  suggestion,
  asOf,
  assessments,
}: {
  suggestion: Suggestion | null
  asOf: string
  assessments: Stored<Assessment>[]
}) {
  const { t } = useTranslation('clients')
  if (suggestion === null)
    return (
      <div className="tier-suggestion">
        <h3>{t('suggestion.title')}</h3>
        <p>{t('suggestion.noEvidence')}</p>
      </div>
    )
  return (
    <div className="tier-suggestion">
      <h3>{t('suggestion.title')}</h3>
      <p>{suggestion.tier === null ? t('suggestion.ranOut') : <TierMark tier={suggestion.tier} />}</p>
      {suggestion.overdue && <p className="tier-card-overdue">{t('suggestion.overdue')}</p>}
      {suggestion.fired.length === 0 && suggestion.tier !== null && <p>{t('suggestion.noRule')}</p>}
      <ul>
        {suggestion.fired.map((rule) => (
          <RuleLine
            key={rule.rule}
            rule={rule}
            asOf={asOf}
            assessments={assessments}
            validity="suggestion.validUntil"
          />
        ))}
      </ul>
      {suggestion.lapsed.length > 0 && (
        <details>
          <summary>{t('suggestion.lapsedOnes', { count: suggestion.lapsed.length })}</summary>
          <ul>
            {suggestion.lapsed.map((rule) => (
              <RuleLine
                key={rule.rule}
                rule={rule}
                asOf={asOf}
                assessments={assessments}
                validity="suggestion.lapsed"
              />
            ))}
          </ul>
        </details>
      )}
      <p className="tier-suggestion-note">{t('suggestion.onlySuggests')}</p>
    </div>
  )
}

function RuleLine({
  rule,
  asOf,
  assessments,
  validity,
}: {
  rule: FiredRule
  asOf: string
  assessments: Stored<Assessment>[]
  validity: 'suggestion.validUntil' | 'suggestion.lapsed'
}) {
  const { t } = useTranslation('clients')
  const { day } = useFormatTime()
  const [language] = useLanguage()
  const { t: tTiers } = useTranslation('tiers')
  const basis = rule.evidence.flatMap(({ id }) => assessments.find((one) => one.id === id) ?? [])
  const isSoon = validity === 'suggestion.validUntil' && rule.validUntil <= addDays(asOf, soonDays)
  const others = rule.evidence.filter(({ id }) => !basis.some((one) => one.id === id))
  return (
    <li>
      {rule.reason[language]}
      <span className="tier-suggestion-validity">
        <TierMark tier={rule.tier} />{' '}
        {isSoon ? (
          <strong className="tier-card-overdue">{t('suggestion.soon', { day: day(rule.validUntil) })}</strong>
        ) : (
          t(validity, { day: day(rule.validUntil) })
        )}
        {basis.map(({ id, value }) => (
          <Link key={id} to={`/clients/${value.clientId}/assessments/${id}`}>
            {t('suggestion.basis')}
          </Link>
        ))}
        {others.map(({ kind, id, at }) => (
          <span key={id}>{tTiers(`evidence.${kind}`, { day: day(at) })}</span>
        ))}
      </span>
    </li>
  )
}
