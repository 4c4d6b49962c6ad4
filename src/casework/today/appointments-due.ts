import { dayOf } from '../../tiering/calendar.ts'
import { type Appointment, appointmentState } from '../appointments/appointment.ts'
import type { DueItem } from '../follow-ups/follow-ups-due.ts'
import type { Stored } from '../records/record.ts'

/** Today's appointments, and earlier ones of which nobody has entered what became of them. `now` in the form of `toISOString`. */
export const appointmentsDue = (
  appointments: readonly Stored<Appointment>[],
  fileNumberOf: (clientId: string) => string | null,
  now: string,
): DueItem[] => {
  const today = dayOf(now)
  return appointments.flatMap(({ id, value }): DueItem[] => {
    const { startsAt, minutes, clientId, staffId } = value
    if (appointmentState(value) !== 'planned' || dayOf(startsAt) > today) return []
    const isOver = Date.parse(startsAt) + minutes * 60_000 <= Date.parse(now)
    return [
      {
        kind: isOver ? 'appointmentOpen' : 'appointment',
        urgency: 'today',
        id,
        record: id,
        fileNumber: clientId === null ? null : fileNumberOf(clientId),
        staffId,
        at: startsAt,
      },
    ]
  })
}
