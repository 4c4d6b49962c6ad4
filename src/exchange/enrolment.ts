import { isDemoCode, type UnitProfile } from '../casework/unit/unit-profile.ts'
import { done, type Outcome } from '../instruments/outcome.ts'
import { refuse } from './refusals.ts'
import type { ReadCard } from './unit-card.ts'

/** What a desk knows when a card is handed to it. */
export interface EnrolmentDesk {
  me: Pick<UnitProfile, 'kind' | 'code'>
  /** Cards accepted so far. */
  enrolled: readonly { unit: string; kid: string }[]
  /** SHA-256 of the release plans in force here. */
  plans: ReadonlySet<string>
}

/** May this desk accept the card? `known` when it has it already. */
export function checkEnrolment({ card, kid }: ReadCard, desk: EnrolmentDesk): Outcome<'new' | 'known'> {
  const { kind, code } = desk.me
  if (isDemoCode(card.unit) !== isDemoCode(code)) return refuse('DEMO_REFUSED')
  if (kind === card.kind) return refuse('WRONG_KIND_OF_CARD')
  if (countyOf(card.unit) !== countyOf(code)) return refuse('NOT_OUR_COUNTY')
  if (card.kind === 'county' && !desk.plans.has(card.plan.sha256)) {
    return refuse('UNKNOWN_PLAN', { detail: { plan: card.plan.id, version: card.plan.version } })
  }
  const earlier = desk.enrolled.filter((other) => other.unit === card.unit || other.kid === kid)
  if (earlier.some((other) => other.unit !== card.unit || other.kid !== kid)) return refuse('KEY_CHANGED')
  return done(earlier.length > 0 ? 'known' : 'new')
}

/** The county a division code lies in: its first six digits. */
const countyOf = (code: string): string => code.slice(0, 6)
