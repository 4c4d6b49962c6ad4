import type { Change } from './change.ts'

/**
 * What a change says. `same`: no points between · `withinError`: too small to tell from measurement error · `smallButReal`: more
 * than that, but less than means something · `noise`: less than means something, and no source says how large error is ·
 * `better`, `worse`: enough to say so · `unknown`: no source says how large a change has to be.
 */
export const changeVerdicts = [
  'same',
  'withinError',
  'smallButReal',
  'noise',
  'better',
  'worse',
  'unknown',
] as const
export type ChangeVerdict = (typeof changeVerdicts)[number]

export function changeVerdict({ course, withinError, meaningful }: Change): ChangeVerdict {
  if (course === 'same') return 'same'
  if (withinError === true) return 'withinError'
  if (meaningful === false) return withinError === false ? 'smallButReal' : 'noise'
  return withinError === null && meaningful === null ? 'unknown' : course
}
