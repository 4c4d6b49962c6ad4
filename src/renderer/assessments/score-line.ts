import type { Assessment } from '../../casework/assessment.ts'
import type { Language } from '../../casework/values.ts'
import type { Instrument } from '../../instruments/instrument.ts'

/** Scores and bands in a few characters, such as `13 · 中度`; null where there is no score. */
export function scoreLine(
  { result }: Pick<Assessment, 'result'>,
  instrument: Instrument | undefined,
  language: Language,
): string | null {
  const scored = Object.entries(result?.scores ?? {})
  if (scored.length === 0) return null
  return scored
    .map(([id, score]) => {
      const bands = instrument?.scales.find((scale) => scale.id === id)?.bands
      const band = bands?.find((one) => one.id === result?.bands[id])
      return band === undefined ? String(score) : `${score} · ${band.label[language]}`
    })
    .join(' / ')
}
