import type { Stored } from '../../casework/records/record.ts'
import type { AdoptedRules } from '../../casework/tiers/adopted-rules.ts'
import type { Outcome } from '../../instruments/outcome.ts'
import type { RuleEdit } from '../../tiering/edit-rules.ts'
import type { Replay } from '../../tiering/replay.ts'
import type { RuleSet } from '../../tiering/rule-set.ts'
import type { RuleTemplate } from '../../tiering/rule-template.ts'
import type { FiredRule } from '../../tiering/suggestion.ts'
import type { Tier } from '../../tiering/tier.ts'

/** A rule set that somebody works at: changes to the one in force, to the proposal (`shipped`), or to one adopted earlier (its id). */
export interface RulesDraft {
  base: string
  edits: RuleEdit[]
}

/** The tier rules as they stand, and how they came to. */
export interface TierRulesOnShow {
  inForce: RuleSet
  /** The proposal that came with this version. */
  shipped: RuleSet
  /** Newest first: the one in force and those it took the place of. Empty while the proposal holds. */
  adopted: Stored<AdoptedRules>[]
  /** Adoptions that cannot be read or whose signature does not hold; they count for nothing. */
  broken: number
  templates: RuleTemplate[]
  /** Whether the person at work may adopt rules. */
  mayAdopt: boolean
  /** Names of the staff mentioned, by id. */
  staffNames: Record<string, string>
}

/** Somebody the rules would suggest another tier for. */
export interface MoveOnShow {
  id: string
  fileNumber: string
  from: Tier | null
  to: Tier | null
  way: 'up' | 'down' | 'other'
  /** The tier that was decided, and stays whatever the rules suggest; null when nobody has decided. */
  held: Tier | null
  begins: Pick<FiredRule, 'rule' | 'reason'>[]
  ends: Pick<FiredRule, 'rule' | 'reason'>[]
}

export interface ReplayOnShow extends Omit<Replay, 'moves'> {
  moves: MoveOnShow[]
  /** Records that could not be read and were left out. */
  unreadable: number
}

/** How far a replay has come; `replay` is there when everybody was looked at. */
export interface ReplayProgress {
  done: number
  of: number
  replay: ReplayOnShow | null
}

export interface TierRulesApi {
  tierRules(): Promise<TierRulesOnShow>
  /** The rule set that a draft comes to. Refused as `editRules` does, or with RULES_GONE when its base is no longer there. */
  draftTierRules(draft: RulesDraft): Promise<Outcome<RuleSet>>
  /**
   * Looks at the next clients with an open file by the rules in force and by a draft; `begin` starts anew. Called until the whole caseload was
   * looked at. Nobody's tier changes by it. Refused as `draftTierRules`, with REPLAY_BEGUN_ANEW, or NO_KEY.
   */
  replayTierRules(draft: RulesDraft, begin: boolean): Promise<Outcome<ReplayProgress>>
  /**
   * Supervisors and administrators who also work with clients. Adopts a draft, signed; `replaces` is the set it was made to take the place of. Refused
   * with NOT_SUPERVISOR, REASON_NEEDED, RULES_CHANGED_SINCE, RULES_UNCHANGED, or REPLAY_NEEDED unless the same draft was replayed today.
   */
  adoptTierRules(input: {
    draft: RulesDraft
    replaces: AdoptedRules['replaces']
    because: string
  }): Promise<Outcome<null>>
}
