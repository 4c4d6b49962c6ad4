import { isDemoCode, type UnitProfile } from '../casework/unit/unit-profile.ts'
import { done, type Outcome } from '../instruments/outcome.ts'
import { isInForce, type KeyStanding } from './keys/key-standing.ts'
import { isAbove } from './merge/merged-payload.ts'
import { refuse } from './refusals.ts'
import type { ReadCard } from './unit-card.ts'

/** What a desk knows when a card is handed to it. */
export interface EnrolmentDesk {
  me: Pick<UnitProfile, 'kind' | 'code'>
  /** Keys of the cards accepted so far, by thumbprint. */
  enrolled: ReadonlyMap<string, KeyStanding>
  /** SHA-256 of the release plans in force here. */
  plans: ReadonlySet<string>
}

/** May this desk accept the card? `known` when it has it already. */
export function checkEnrolment({ card, kid }: ReadCard, desk: EnrolmentDesk): Outcome<'new' | 'known'> {
  const { kind, code } = desk.me
  if (isDemoCode(card.unit) !== isDemoCode(code)) return refuse('DEMO_REFUSED')
  if (kind === 'county' && card.kind === 'county') {
    // The desk of the next level, which its merged packages go to, or one below, which it takes them from.
    if (!isAbove(card.unit, code) && !isAbove(code, card.unit)) return refuse('WRONG_KIND_OF_CARD')
  } else if (kind === card.kind) return refuse('WRONG_KIND_OF_CARD')
  else if (countyOf(card.unit) !== countyOf(code)) return refuse('NOT_OUR_COUNTY')
  if (card.kind === 'county' && !desk.plans.has(card.plan.sha256)) {
    return refuse('UNKNOWN_PLAN', { detail: { plan: card.plan.id, version: card.plan.version } })
  }
  const known = desk.enrolled.get(kid)
  if (known?.revoked) return refuse('KEY_REVOKED', { at: card.unit })
  if (known?.lastDay) return refuse('KEY_EXPIRED', { at: card.unit })
  if (known) return known.unit === card.unit ? done('known') : refuse('KEY_CHANGED')
  // A unit none of whose keys is left is enrolled anew, its fingerprint compared as the first time.
  const taken = [...desk.enrolled.values()].some((other) => other.unit === card.unit && isInForce(other))
  return taken ? refuse('KEY_CHANGED') : done('new')
}

/** The county a division code lies in: its first six digits. */
const countyOf = (code: string): string => code.slice(0, 6)
