import { handOverSheetKind } from '../../casework/shifts/hand-over-sheet.ts'
import { hotlineShiftKind, shiftStanding, shiftStepSchema } from '../../casework/shifts/hotline-shift.ts'
import { openSeat, type ShiftStepTaken, takeShiftStep } from '../../casework/shifts/shift-blocks.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { now, nowAfter } from '../clock.ts'
import type { ShiftsApi } from '../contract/shifts.ts'
import type { Session } from '../session.ts'
import { dutiesAhead, dutyFor } from './duty-times.ts'
import { seatSituation, toHandOver } from './seat-situation.ts'
import { sayingSeat } from './seats-here.ts'

type Input<Name extends keyof ShiftsApi> = Parameters<ShiftsApi[Name]>[0]

/** How time at a seat goes: sat down for, logged, ended. */
export const shiftCommands = (session: () => Session) => ({
  async openSeat({ seat }: Input<'openSeat'>): Promise<Outcome<{ id: string }>> {
    const { vault, me, commit } = session()
    const at = now()
    const duty = dutyFor(await dutiesAhead(session(), at), { staffId: me.id, at })
    const situation = await seatSituation(session())
    const sitting = { seat, by: me.id, at, duty: duty?.seat === seat ? duty.id : null }
    const opened = openSeat(sitting, situation, me.roles)
    if (!opened.ok) return sayingSeat(opened, situation.seats)
    const id = vault.drawId()
    await commit([{ kind: hotlineShiftKind, id, expectedRevision: 0, value: opened.value }])
    return done({ id })
  },
  async takeShiftStep({ id, revision, step }: Input<'takeShiftStep'>): Promise<Outcome<null>> {
    const { me, get, commit } = session()
    const shift = await get(hotlineShiftKind, id)
    const taken: ShiftStepTaken = { ...step, by: me.id, at: nowAfter(shift.value.steps.at(-1)?.at ?? '') }
    const read = shiftStepSchema.safeParse(taken.kind === 'tookOver' ? { ...taken, sheet: null } : taken)
    if (!read.success)
      return refused('SHIFT_INVALID', { at: read.error.issues[0]?.path.map(String).join('.') ?? '' })
    const { sheet } = shiftStanding(shift.value)
    const until = sheet === null ? taken.at : (await get(handOverSheetKind, sheet)).value.until
    const situation = { ...(await seatSituation(session())), now: await toHandOver(session(), until) }
    const after = takeShiftStep(shift, taken, situation, me.roles)
    if (!after.ok) return sayingSeat(after, situation.seats)
    await commit([{ kind: hotlineShiftKind, id, expectedRevision: revision, value: after.value }])
    return done(null)
  },
})
