import { isLower, type Tier } from '../../tiering/tier.ts'

/** What a decision did to somebody's tier; `before`: the one they had, if any. */
export function tierChange(before: Tier | undefined, after: Tier): 'placed' | 'kept' | 'raised' | 'lowered' {
  if (before === undefined) return 'placed'
  if (before === after) return 'kept'
  return isLower(before, after) ? 'raised' : 'lowered'
}
