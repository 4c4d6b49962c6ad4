import { type AdoptedRules, adoptedRulesKind } from '../../casework/tiers/adopted-rules.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { ruleDifferences } from '../../tiering/rule-difference.ts'
import { now, nowAfter } from '../clock.ts'
import { commands } from '../commands.ts'
import type { ReplayProgress, RulesDraft, TierRulesApi } from '../contract/tier-rules.ts'
import type { Session } from '../session.ts'
import { adopters } from '../signed-by.ts'
import { staffNames } from '../staff-names.ts'
import { movesSeen, replayOn } from './rule-replay.ts'
import { rulesOfDraft } from './rules-draft.ts'
import { signedAdoption, tierRulesOf } from './rules-in-force.ts'
import { ruleTemplates, shippedTierRules } from './shipped-rules.ts'

/** Whoever adopts rules has to see whom they would move. */
const mayAdopt = ({ me, vault }: Session): boolean =>
  adopters.some((role) => me.roles.includes(role)) && vault.opens('case')

/** The rules by which a tier is suggested: shown, changed, tried on the caseload, adopted. */
export const tierRulesApi = (session: () => Session): TierRulesApi => ({
  async tierRules() {
    const { inForce, adopted, broken } = await tierRulesOf(session())
    return {
      inForce,
      shipped: shippedTierRules,
      adopted: [...adopted],
      broken,
      templates: [...ruleTemplates],
      mayAdopt: mayAdopt(session()),
      staffNames: staffNames(session()),
    }
  },
  draftTierRules: (draft) => rulesOfDraft(session(), draft),
  ...commands({
    async replayTierRules(draft: RulesDraft, begin: boolean): Promise<Outcome<ReplayProgress>> {
      const changed = await rulesOfDraft(session(), draft)
      return changed.ok ? replayOn(session(), changed.value, begin) : changed
    },
    async adoptTierRules({
      draft,
      replaces,
      because,
    }: Parameters<TierRulesApi['adoptTierRules']>[0]): Promise<Outcome<null>> {
      const { vault, me, commit } = session()
      if (!mayAdopt(session())) return refused('NOT_SUPERVISOR')
      if (because.trim().length < 2) return refused('REASON_NEEDED', { at: 'because' })
      const { inForce, adopted } = await tierRulesOf(session())
      if (inForce.id !== replaces.id || inForce.version !== replaces.version)
        return refused('RULES_CHANGED_SINCE')
      const changed = await rulesOfDraft(session(), draft)
      if (!changed.ok) return changed
      if (ruleDifferences(inForce, changed.value).length === 0) return refused('RULES_UNCHANGED')
      const moves = await movesSeen(session(), changed.value)
      if (moves === null) return refused('REPLAY_NEEDED')
      const last = adopted[0]?.value.adoptedAt
      const adoption: Omit<AdoptedRules, 'signature'> = {
        ruleSet: changed.value,
        replaces: { id: inForce.id, version: inForce.version },
        adoptedBy: me.id,
        // What was adopted last holds, whatever the clock said before.
        adoptedAt: last === undefined ? now() : nowAfter(last),
        because: because.trim(),
        moves,
      }
      const value = await signedAdoption(vault, adoption)
      await commit([{ kind: adoptedRulesKind, id: vault.drawId(), expectedRevision: 0, value }])
      return done(null)
    },
  }),
})
