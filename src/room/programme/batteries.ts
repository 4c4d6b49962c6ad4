import { type Battery, batteryKind, batterySchema } from '../../casework/assessments/battery.ts'
import type { Stored } from '../../casework/records/record.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { now } from '../clock.ts'
import { commands } from '../commands.ts'
import type { BatteryShelf, ProgrammeApi } from '../contract/programme.ts'
import type { Session } from '../session.ts'
import { batteryProposals } from './battery-proposals.ts'

type BatteriesApi = Pick<ProgrammeApi, 'batteries' | 'saveBattery' | 'retireBattery'>

const mayEdit = ({ me }: Session): boolean =>
  me.roles.includes('supervisor') || me.roles.includes('administrator')

const inOrder = (batteries: readonly Stored<Battery>[]): Stored<Battery>[] =>
  batteries.toSorted(
    (a, b) =>
      Number(a.value.retired !== null) - Number(b.value.retired !== null) ||
      a.value.name.localeCompare(b.value.name, 'zh-CN'),
  )

/** What this room gives together in one sitting. */
export const batteriesApi = (session: () => Session): BatteriesApi => ({
  async batteries(): Promise<BatteryShelf> {
    const { records, unreadable } = await session().list(batteryKind)
    const adopted = records.map(({ value }) => value.proposal)
    return {
      batteries: inOrder(records),
      proposals: batteryProposals.filter(({ id }) => !adopted.includes(id)),
      unreadable,
    }
  },
  ...commands({
    async saveBattery({
      id,
      revision,
      battery,
    }: Parameters<ProgrammeApi['saveBattery']>[0]): Promise<Outcome<{ id: string }>> {
      const { vault, me, get, commit } = session()
      const { name, instruments, everyWeeks, proposal } = battery
      if (!mayEdit(session())) return refused('NOT_SUPERVISOR')
      const before: Omit<Battery, 'name' | 'instruments' | 'everyWeeks'> =
        id === null
          ? { proposal, madeBy: me.id, madeAt: now(), retired: null }
          : (await get(batteryKind, id)).value
      const checked = batterySchema.safeParse({ ...before, name, instruments, everyWeeks })
      if (!checked.success)
        return refused('BATTERY_INVALID', { at: String(checked.error.issues[0]?.path[0] ?? '') })
      const saved = id ?? vault.drawId()
      await commit([{ kind: batteryKind, id: saved, expectedRevision: revision, value: checked.data }])
      return done({ id: saved })
    },
    async retireBattery({
      id,
      revision,
      retired,
    }: Parameters<ProgrammeApi['retireBattery']>[0]): Promise<Outcome<null>> {
      const { me, get, commit } = session()
      if (!mayEdit(session())) return refused('NOT_SUPERVISOR')
      const { value } = await get(batteryKind, id)
      const after: Battery = { ...value, retired: retired ? { by: me.id, at: now() } : null }
      await commit([{ kind: batteryKind, id, expectedRevision: revision, value: after }])
      return done(null)
    },
  }),
})
