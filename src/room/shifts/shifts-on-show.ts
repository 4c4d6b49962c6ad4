import { takingBlocks, unreadHandOvers } from '../../casework/shifts/hand-over-blocks.ts'
import { handOverSheetKind, handOverState } from '../../casework/shifts/hand-over-sheet.ts'
import { hotlineShiftKind, shiftStanding } from '../../casework/shifts/hotline-shift.ts'
import { runningShifts, shiftBlocks } from '../../casework/shifts/shift-blocks.ts'
import { callsNow } from '../callers/calls-now.ts'
import { now } from '../clock.ts'
import type { ComposedHandOver, ShiftsApi } from '../contract/shifts.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'
import { crisisFiles } from './crisis-files.ts'
import { dutiesAhead } from './duty-times.ts'
import { handOverSignatures } from './hand-over-signatures.ts'
import { handOverLine, seatsNow, shiftLines } from './seat-now.ts'
import { seatSituation, toHandOver } from './seat-situation.ts'
import { seatName, seatsHere } from './seats-here.ts'

type ShiftQueries = Pick<ShiftsApi, 'shiftBoard' | 'shift' | 'composeHandOver' | 'handOver'>

const recentShifts = 30
/** How long the next shift lasts where the roster does not say. */
const usualShift = 12 * 3_600_000

/** The seats, the shifts and their sheets, as they are shown. */
export const shiftsOnShow = (session: () => Session): ShiftQueries => {
  /** When the next shift at a seat ends: by the roster, else after the usual time. */
  const nextUntil = async (seat: number, at: string): Promise<string> => {
    const duties = await dutiesAhead(session(), at)
    const next = duties.find((duty) => duty.seat === seat && Date.parse(duty.from) > Date.parse(at))
    return next?.until ?? new Date(Date.parse(at) + usualShift).toISOString()
  }

  return {
    async shiftBoard() {
      const { me } = session()
      const situation = await seatSituation(session())
      const at = now()
      const own = runningShifts(situation.shifts).find(({ value }) => value.staffId === me.id)
      return {
        seats: seatsNow(situation, await dutiesAhead(session(), at), { me, at }),
        recent: shiftLines(situation.shifts).slice(0, recentShifts),
        own: own?.id ?? null,
        staffNames: staffNames(session()),
        unreadable: situation.unreadable,
      }
    },
    async shift(id) {
      const { me, get } = session()
      const shift = await get(hotlineShiftKind, id)
      const { seat, staffId } = shift.value
      const situation = await seatSituation(session())
      const standing = shiftStanding(shift.value)
      const sheets = situation.sheets.filter(({ value }) => value.shift === id)
      const passedOn = sheets.find((sheet) => sheet.id === standing.sheet)
      const at = now()
      const lists = await toHandOver(session(), passedOn?.value.until ?? at)
      const [begin, end] = [Date.parse(standing.openedAt), Date.parse(standing.closedAt ?? at)]
      const blocksOf = (kind: 'tookOver' | 'closed') =>
        shiftBlocks(shift, { kind, by: me.id, at }, { ...situation, now: lists }, me.roles)
      return {
        shift,
        standing,
        seatName: seatName(situation.seats, seat),
        isMine: staffId === me.id,
        sheets: sheets
          .toSorted((a, b) => Date.parse(b.value.composedAt) - Date.parse(a.value.composedAt))
          .map(handOverLine),
        unread: unreadHandOvers(situation.sheets, seat).map(handOverLine),
        calls: [...(await callsNow(session())).lines.values()]
          .filter(({ worker, startedAt }) => {
            const began = Date.parse(startedAt)
            return worker === staffId && began >= begin && began <= end
          })
          .map((call) => ({ id: call.id, number: call.number, startedAt: call.startedAt }))
          .sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt)),
        takingOver: blocksOf('tookOver'),
        closing: blocksOf('closed'),
        staffNames: staffNames(session()),
      }
    },
    async composeHandOver({ shiftId, until: wanted }): Promise<ComposedHandOver> {
      const { vault, get } = session()
      const { seat } = (await get(hotlineShiftKind, shiftId)).value
      const { seats, sheets } = await seatSituation(session())
      const composedAt = now()
      const until = wanted ?? (await nextUntil(seat, composedAt))
      const lists = await toHandOver(session(), until)
      const [last] = sheets.toSorted(
        (a, b) => Date.parse(b.value.composedAt) - Date.parse(a.value.composedAt),
      )
      const supervisors = vault.staffing
        .list()
        .flatMap(({ name, roles }) => (roles.includes('supervisor') ? [name] : []))
      return {
        ...lists,
        seat,
        seatName: seatName(seats, seat),
        composedAt,
        until,
        supervisor: last?.value.supervisor ?? supervisors[0] ?? '',
        equipment: last?.value.equipment ?? '',
        files: await crisisFiles(session(), lists),
        knowsCrises: vault.opens('case'),
      }
    },
    async handOver(id) {
      const { me, vault, get, list } = session()
      const sheet = await get(handOverSheetKind, id)
      const { value } = sheet
      const taking = takingBlocks(value, { kind: 'taken', by: me.id, at: now(), signature: '' }, me.roles)
      const { records: shifts } = await list(hotlineShiftKind)
      return {
        sheet,
        state: handOverState(value),
        seatName: seatName((await seatsHere(session())).value, value.seat),
        signatures: await handOverSignatures(vault, sheet),
        files: await crisisFiles(session(), value),
        mayTake: taking.length === 0,
        ownShift: runningShifts(shifts).find((one) => one.value.staffId === me.id)?.id ?? null,
        staffNames: staffNames(session()),
      }
    },
  }
}
