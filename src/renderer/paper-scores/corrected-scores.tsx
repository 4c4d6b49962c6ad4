import { useTranslation } from 'react-i18next'
import type { PaperScore } from '../../casework/assessments/paper-score.ts'
import type { Stored } from '../../casework/records/record.ts'

/** Entries that were wrong, each with what was wrong; nothing is ever taken out of the file. */
export function CorrectedScores({
  scores,
  textOf,
}: {
  scores: readonly Stored<PaperScore>[]
  textOf: (score: PaperScore) => string
}) {
  const { t } = useTranslation('paper-scores')
  const wrong = scores.flatMap(({ value }) => {
    const before = scores.find(({ id }) => id === value.correction?.of)
    return before && value.correction ? [{ before, reason: value.correction.reason }] : []
  })
  if (wrong.length === 0) return null
  return (
    <details className="paper-score-corrected">
      <summary>{t('corrected.title', { count: wrong.length })}</summary>
      <ul>
        {wrong.map(({ before, reason }) => (
          <li key={before.id}>
            <del>{textOf(before.value)}</del> {t('corrected.reason', { reason })}
          </li>
        ))}
      </ul>
    </details>
  )
}
