import { z } from 'zod'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import type { RecordKind } from '../records/record.ts'
import { nameSchema } from '../records/values.ts'
import type { Role } from '../staff/staff.ts'

/** A seat is known by its number; one that is retired stays for what was recorded at it. */
const seatNumberSchema = z.int().min(1).max(20)

const seatSchema = z.strictObject({
  number: seatNumberSchema,
  name: nameSchema,
  retired: z.boolean(),
})

/** The seats of the hotline; the guide asks for at least two (国卫办疾控函〔2021〕15号). */
export const hotlineSeatsSchema = z.strictObject({
  seats: z
    .array(seatSchema)
    .min(2)
    .max(20)
    .refine((seats) => new Set(seats.map(({ number }) => number)).size === seats.length, {
      params: { code: 'ID_USED_TWICE' },
    })
    .refine((seats) => seats.filter(({ retired }) => !retired).length >= 2, {
      params: { code: 'TWO_SEATS_NEEDED' },
    }),
})
export type HotlineSeats = z.infer<typeof hotlineSeatsSchema>

/** What holds until the room names its own. */
export const defaultSeats: HotlineSeats = {
  seats: [
    { number: 1, name: '1', retired: false },
    { number: 2, name: '2', retired: false },
  ],
}

export const hotlineSeatsKind: RecordKind<HotlineSeats> = {
  table: 'hotlineSeats',
  domain: 'schedule',
  version: 1,
  schema: hotlineSeatsSchema,
  clientOf: () => null,
}

/** Whether the seats may become these. Refused with SEAT_GONE (its number in `at`) when one is left out: it is retired instead. */
export function checkSeats(before: HotlineSeats, after: HotlineSeats): Outcome<null> {
  const gone = before.seats.find(({ number }) => !after.seats.some((seat) => seat.number === number))
  return gone === undefined ? done(null) : refused('SEAT_GONE', { at: String(gone.number) })
}

export const isSeat = ({ seats }: HotlineSeats, seat: number): boolean =>
  seats.some(({ number, retired }) => number === seat && !retired)

/** Whether somebody with these roles can sit at the hotline: those who hold its key. */
export const maySit = (roles: readonly Role[]): boolean =>
  (['hotline', 'counsellor', 'supervisor'] as const).some((role) => roles.includes(role))
