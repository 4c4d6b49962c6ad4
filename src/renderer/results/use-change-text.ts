import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../casework/records/values.ts'
import type { Scale } from '../../instruments/scale.ts'
import { changeBetween } from '../../scoring/change.ts'
import { changeVerdict } from '../../scoring/change-verdict.ts'

/** A difference with its sign. */
export const signedPoints = (points: number): string =>
  `${points > 0 ? '+' : points < 0 ? '−' : '±'}${Math.round(Math.abs(points) * 100) / 100}`

/** Says in a few words how far a score lies from the one before, and what that tells. */
export function useChangeText(language: Language): (scale: Scale, earlier: number, later: number) => string {
  const { i18n } = useTranslation('results')
  return useCallback(
    (scale, earlier, later) => {
      const t = i18n.getFixedT(language, 'results')
      const change = changeBetween(scale, earlier, later)
      return t(`change.${changeVerdict(change)}`, { points: signedPoints(change.points) })
    },
    [i18n, language],
  )
}
