import type { Stored } from '../../casework/records/record.ts'
import type { RoomRules, RulesInForce } from '../../casework/unit/room-rules.ts'
import type { Outcome } from '../../instruments/outcome.ts'

/** Rules and lists of the room, apart from those for tiers: as they stand, and how they came to. */
export interface RoomRulesOnShow {
  inForce: RulesInForce
  /** What came with this version. */
  proposed: RulesInForce
  /** Newest first, of every kind. */
  adopted: Stored<RoomRules>[]
  /** Changes that cannot be read or whose signature does not hold; they count for nothing. */
  broken: number
  /** Whether the person at work may change them. */
  mayAdopt: boolean
  /** Names of the staff mentioned, by id. */
  staffNames: Record<string, string>
}

export interface RoomRulesApi {
  roomRules(): Promise<RoomRulesOnShow>
  /**
   * Supervisors and administrators. Makes one kind of rules the room's own, signed; `replaces` is the id of the change in force of that
   * kind, null for the proposal. Refused with NOT_SUPERVISOR, REASON_NEEDED, ROOM_RULES_INVALID (where in `at`),
   * RULES_CHANGED_SINCE, RULES_UNCHANGED, or as `checkRoomRules`.
   */
  adoptRoomRules(input: {
    rules: RoomRules['rules']
    replaces: string | null
    because: string
  }): Promise<Outcome<null>>
}
