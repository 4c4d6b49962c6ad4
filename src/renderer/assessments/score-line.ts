import type { Assessment } from '../../casework/assessments/assessment.ts'
import type { Language } from '../../casework/records/values.ts'
import type { Instrument } from '../../instruments/instrument.ts'

/**
 * Scores and bands in a few characters, such as `13 · 中度`: the instrument's own score, or the two that are all it has; null where
 * there is none, or more than a line can say. `instrument`: in the version that scored.
 */
export function scoreLine(
  { result }: Pick<Assessment, 'result'>,
  instrument: Instrument | undefined,
  language: Language,
): string | null {
  const own = new Set(instrument?.scales.filter(({ label }) => label === null).map(({ id }) => id))
  const all = Object.entries(result?.scores ?? {})
  const scored = own.size === 0 ? all : all.filter(([id]) => own.has(id))
  if (scored.length === 0 || scored.length > 2) return null
  return scored
    .map(([id, score]) => {
      const bands = instrument?.scales.find((scale) => scale.id === id)?.bands
      const band = bands?.find((one) => one.id === result?.bands[id])
      return band === undefined ? String(score) : `${score} · ${band.label[language]}`
    })
    .join(' / ')
}
