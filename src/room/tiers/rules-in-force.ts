import type { Stored } from '../../casework/records/record.ts'
import { type AdoptedRules, adoptedRulesKind } from '../../casework/tiers/adopted-rules.ts'
import { adoptionStatement } from '../../casework/tiers/adoption-statement.ts'
import { rulesInForce } from '../../casework/tiers/rules-in-force.ts'
import type { RuleSet } from '../../tiering/rule-set.ts'
import type { OpenVault } from '../../vault/vault.ts'
import { onceFor } from '../once-for.ts'
import type { Session } from '../session.ts'
import type { Shelf } from '../shelves.ts'
import { isSignedByAdopter, signedHere } from '../signed-by.ts'
import { shippedTierRules } from './shipped-rules.ts'

/** What adoptions are signed for. */
const purpose = 'anxin/tier-rules/1'

/** The tier rules of a room as they stand. */
export interface TierRules {
  inForce: RuleSet
  /** Newest first; only those whose signature holds. */
  adopted: readonly Stored<AdoptedRules>[]
  /** Adoptions that cannot be read, or that nobody entitled signed: they count for nothing. */
  broken: number
}

/** The adoption, signed by the person at work. */
export const signedAdoption = async (
  vault: OpenVault,
  adoption: Omit<AdoptedRules, 'signature'>,
): Promise<AdoptedRules> => ({
  ...adoption,
  signature: await signedHere(vault, purpose, adoptionStatement(adoption)),
})

const isSigned = (vault: OpenVault, { signature, ...adoption }: AdoptedRules): Promise<boolean> =>
  isSignedByAdopter(vault, adoption.adoptedBy, {
    purpose,
    statement: adoptionStatement(adoption),
    signature,
  })

const rulesOn = onceFor(({ vault }: Session) =>
  onceFor(async ({ records, unreadable }: Shelf<AdoptedRules>): Promise<TierRules> => {
    const checked = await Promise.all(records.map(({ value }) => isSigned(vault, value)))
    const adopted = records.filter((_, place) => checked[place])
    return {
      inForce: rulesInForce(
        adopted.map(({ value }) => value),
        shippedTierRules,
      ),
      adopted: adopted.toSorted((a, b) => Date.parse(b.value.adoptedAt) - Date.parse(a.value.adoptedAt)),
      broken: unreadable + records.length - adopted.length,
    }
  }),
)

/** The rules of this room, from what was adopted here; those that came with the program while nothing was. */
export const tierRulesOf = async (session: Session): Promise<TierRules> =>
  rulesOn(session)(await session.list(adoptedRulesKind))
