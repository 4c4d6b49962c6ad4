import { isSame } from '../casework/records/is-same.ts'
import {
  checkRoomRules,
  type RoomRules,
  roomRulesKind,
  roomRulesSchema,
  withRules,
} from '../casework/unit/room-rules.ts'
import { shapeFaults } from '../instruments/fault.ts'
import { done, type Outcome, refused } from '../instruments/outcome.ts'
import { now, nowAfter } from './clock.ts'
import { commands } from './commands.ts'
import type { RoomRulesApi } from './contract/room-rules.ts'
import { proposedRules, rulesHere, signedRules } from './rules-in-force.ts'
import type { Session } from './session.ts'
import { adopters } from './signed-by.ts'
import { staffNames } from './staff-names.ts'

const mayAdopt = ({ me }: Session): boolean => adopters.some((role) => me.roles.includes(role))

/** Intervals, tags and other rules that a room makes its own. */
export const roomRulesApi = (session: () => Session): RoomRulesApi => ({
  async roomRules() {
    const { inForce, adopted, broken } = await rulesHere(session())
    return {
      inForce,
      proposed: proposedRules,
      adopted: [...adopted],
      broken,
      mayAdopt: mayAdopt(session()),
      staffNames: staffNames(session()),
    }
  },
  ...commands({
    async adoptRoomRules({
      rules,
      replaces,
      because,
    }: Parameters<RoomRulesApi['adoptRoomRules']>[0]): Promise<Outcome<null>> {
      const { vault, me, commit } = session()
      if (!mayAdopt(session())) return refused('NOT_SUPERVISOR')
      if (because.trim().length < 2) return refused('REASON_NEEDED', { at: 'because' })
      const read = roomRulesSchema.shape.rules.safeParse(rules)
      if (!read.success)
        return refused('ROOM_RULES_INVALID', { at: shapeFaults(read.error)[0]?.path.join('.') ?? '' })
      const { inForce, adopted } = await rulesHere(session())
      const last = adopted.find(({ value }) => value.rules.kind === read.data.kind)
      if ((last?.id ?? null) !== replaces) return refused('RULES_CHANGED_SINCE')
      if (isSame(withRules(inForce, read.data), inForce)) return refused('RULES_UNCHANGED')
      const checked = checkRoomRules(inForce, read.data)
      if (!checked.ok) return checked
      const change: Omit<RoomRules, 'signature'> = {
        rules: read.data,
        changedBy: me.id,
        // What was adopted last holds, whatever the clock said before.
        changedAt: last === undefined ? now() : nowAfter(last.value.changedAt),
        because: because.trim(),
      }
      const value = await signedRules(vault, change)
      await commit([{ kind: roomRulesKind, id: vault.drawId(), expectedRevision: 0, value }])
      return done(null)
    },
  }),
})
