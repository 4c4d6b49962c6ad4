import { defaultSeats, type HotlineSeats, hotlineSeatsKind } from '../../casework/shifts/hotline-seats.ts'
import { type Outcome, refused } from '../../instruments/outcome.ts'
import type { Session } from '../session.ts'

/** The seats of this room, and where they are stored; `id` null while nobody has set them. */
export const seatsHere = async ({
  list,
}: Pick<Session, 'list'>): Promise<{ id: string | null; revision: number; value: HotlineSeats }> => {
  const [stored] = (await list(hotlineSeatsKind)).records
  return stored ?? { id: null, revision: 0, value: defaultSeats }
}

/** What staff call a seat. */
export const seatName = ({ seats }: HotlineSeats, seat: number): string =>
  seats.find(({ number }) => number === seat)?.name ?? String(seat)

/** An answer in which the seat goes by the name staff call it. */
export const sayingSeat = <T>(outcome: Outcome<T>, seats: HotlineSeats): Outcome<T> => {
  if (outcome.ok || typeof outcome.refusal.detail?.seat !== 'number') return outcome
  const { code, detail } = outcome.refusal
  return refused(code, { detail: { ...detail, seat: seatName(seats, Number(detail.seat)) } })
}
