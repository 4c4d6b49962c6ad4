import { hotlineShiftKind } from '../../casework/shifts/hotline-shift.ts'
import { afterStartCall, runningShifts } from '../../casework/shifts/shift-blocks.ts'
import type { Change } from '../../vault/vault.ts'
import type { Session } from '../session.ts'
import { dutiesAhead, dutyFor } from './duty-times.ts'
import { seatsHere } from './seats-here.ts'

/** Where a call is taken, and what is saved with it: a ringing phone begins a shift for whoever sits nowhere yet. */
export interface SeatForCall {
  seat: number
  alongside: Change[]
}

/**
 * The seat of the call that begins at `at`: where this person sits; else the seat they ask for, are on the roster for, or that is
 * free. Nothing stands in its way, ever: what was to be read is owed from then on.
 */
export async function seatForCall(
  session: Session,
  at: string,
  asked: number | null = null,
): Promise<SeatForCall> {
  const { me, vault, list } = session
  const { records: shifts } = await list(hotlineShiftKind)
  const running = runningShifts(shifts)
  const own = running.find(({ value }) => value.staffId === me.id)
  if (own !== undefined) return { seat: own.value.seat, alongside: [] }
  const duty = dutyFor(await dutiesAhead(session, at), { staffId: me.id, at })
  const { seats } = (await seatsHere(session)).value
  const inUse = seats.filter(({ retired }) => !retired)
  const free = inUse.find(({ number }) => !running.some(({ value }) => value.seat === number))
  const wanted = inUse.find(({ number }) => number === asked)
  const seat = wanted?.number ?? duty?.seat ?? free?.number ?? seats[0]?.number ?? 1
  const value = afterStartCall({ seat, by: me.id, at, duty: duty?.seat === seat ? duty.id : null }, shifts)
  if (value === null) return { seat, alongside: [] }
  return { seat, alongside: [{ kind: hotlineShiftKind, id: vault.drawId(), expectedRevision: 0, value }] }
}
