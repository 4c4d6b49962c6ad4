import intervals from '../../resources/follow-up-intervals.json'
import outreach from '../../resources/outreach-categories.json'
import tags from '../../resources/population-tags.json'
import privacy from '../../resources/privacy-rules.json'
import quickDial from '../../resources/quick-dial.json'
import working from '../../resources/working-rules.json'
import { readOutreachCategories } from '../casework/activities/outreach-categories.ts'
import { readPopulationTags } from '../casework/clients/population-tags.ts'
import { readFollowUpIntervals } from '../casework/follow-ups/follow-up-intervals.ts'
import { readQuickDial } from '../casework/hotline/quick-dial.ts'
import { readPrivacyRules } from '../casework/privacy/privacy-rules.ts'
import type { Stored } from '../casework/records/record.ts'
import {
  type RoomRules,
  type RulesInForce,
  roomRulesKind,
  roomRulesStatement,
  rulesInForce,
} from '../casework/unit/room-rules.ts'
import { readWorkingRules } from '../casework/unit/working-rules.ts'
import type { Outcome } from '../instruments/outcome.ts'
import type { OpenVault } from '../vault/vault.ts'
import { onceFor } from './once-for.ts'
import { RoomError } from './room-error.ts'
import type { Session } from './session.ts'
import type { Shelf } from './shelves.ts'
import { isSignedByAdopter, signedHere } from './signed-by.ts'

/** What came with the program and was read; throws with the code of the refusal when it is not sound. */
export const shipped = <T>(read: Outcome<T>): T => {
  if (!read.ok) throw new RoomError(read.refusal.code)
  return read.value
}

/** What came with this version. */
export const proposedRules: RulesInForce = {
  privacy: shipped(readPrivacyRules(privacy)),
  working: shipped(readWorkingRules(working)),
  outreach: shipped(readOutreachCategories(outreach)),
  followUps: shipped(readFollowUpIntervals(intervals)),
  tags: shipped(readPopulationTags(tags)),
  quickDial: shipped(readQuickDial(quickDial)),
}

/** What changes are signed for. */
const purpose = 'anxin/room-rules/1'

/** The rules of a room as they stand, apart from those for tiers. */
interface RulesHere {
  inForce: RulesInForce
  /** Newest first; only those whose signature holds. */
  adopted: readonly Stored<RoomRules>[]
  /** Changes that cannot be read, or that nobody entitled signed: they count for nothing. */
  broken: number
}

/** The change, signed by the person at work. */
export const signedRules = async (
  vault: OpenVault,
  rules: Omit<RoomRules, 'signature'>,
): Promise<RoomRules> => ({
  ...rules,
  signature: await signedHere(vault, purpose, roomRulesStatement(rules)),
})

const isSigned = (vault: OpenVault, { signature, ...rules }: RoomRules): Promise<boolean> =>
  isSignedByAdopter(vault, rules.changedBy, { purpose, statement: roomRulesStatement(rules), signature })

const rulesOn = onceFor((vault: OpenVault) =>
  onceFor(async ({ records, unreadable }: Shelf<RoomRules>): Promise<RulesHere> => {
    const checked = await Promise.all(records.map(({ value }) => isSigned(vault, value)))
    const adopted = records.filter((_, place) => checked[place])
    return {
      inForce: rulesInForce(
        adopted.map(({ value }) => value),
        proposedRules,
      ),
      adopted: adopted.toSorted((a, b) => Date.parse(b.value.changedAt) - Date.parse(a.value.changedAt)),
      broken: unreadable + records.length - adopted.length,
    }
  }),
)

/** The rules of this room, how they came to be, and what could not be taken for one. */
export const rulesHere = async ({ list, vault }: Pick<Session, 'list' | 'vault'>): Promise<RulesHere> =>
  rulesOn(vault)(await list(roomRulesKind))

/** What this room goes by now. */
export const roomRules = async (session: Pick<Session, 'list' | 'vault'>): Promise<RulesInForce> =>
  (await rulesHere(session)).inForce
