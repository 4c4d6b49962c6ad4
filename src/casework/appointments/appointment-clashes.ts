import type { Stored } from '../records/record.ts'
import { type Appointment, appointmentState } from './appointment.ts'

/** What two appointments at one time have in common. */
export const clashReasons = ['staff', 'client', 'place'] as const
export type ClashReason = (typeof clashReasons)[number]

/** An appointment that cannot be kept beside another one, and why. */
export interface Clash {
  id: string
  because: ClashReason[]
}

/** From when to when an appointment lasts, in milliseconds. */
const spanOf = ({ startsAt, minutes }: Pick<Appointment, 'startsAt' | 'minutes'>) => {
  const from = Date.parse(startsAt)
  return { from, to: from + minutes * 60_000 }
}

/** Whether two times share more than a moment. */
export const overlaps = (
  a: Pick<Appointment, 'startsAt' | 'minutes'>,
  b: Pick<Appointment, 'startsAt' | 'minutes'>,
): boolean => spanOf(a).from < spanOf(b).to && spanOf(b).from < spanOf(a).to

/**
 * What an appointment, new or moved, would clash with: the same member of staff, client or place at the same time. One that was
 * cancelled or missed leaves its time free.
 */
export function appointmentClashes(
  wanted: Pick<Appointment, 'startsAt' | 'minutes' | 'staffId' | 'clientId' | 'place'>,
  others: readonly Stored<Appointment>[],
  ownId: string | null = null,
): Clash[] {
  return others.flatMap(({ id, value }): Clash[] => {
    const isKept = ['planned', 'came'].includes(appointmentState(value))
    if (id === ownId || !isKept || !overlaps(wanted, value)) return []
    const shared: Record<ClashReason, boolean> = {
      staff: value.staffId === wanted.staffId,
      client: wanted.clientId !== null && value.clientId === wanted.clientId,
      place: wanted.place.trim() !== '' && value.place.trim() === wanted.place.trim(),
    }
    const because = clashReasons.filter((reason) => shared[reason])
    return because.length > 0 ? [{ id, because }] : []
  })
}
