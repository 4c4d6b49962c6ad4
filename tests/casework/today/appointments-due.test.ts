import { expect, it } from 'vitest'
import type { Appointment } from '../../../src/casework/appointments/appointment.ts'
import { appointmentsDue } from '../../../src/casework/today/appointments-due.ts'
import { idOf, stored } from '../records.ts'

// In the room it is 10:00 on the 22nd.
const now = '2026-11-22T02:00:00.000Z'
const planned = (startsAt: string, more: Partial<Appointment> = {}): Appointment => ({
  clientId: idOf(1),
  staffId: idOf(2),
  startsAt,
  minutes: 50,
  kind: 'session',
  place: '',
  note: '',
  steps: [],
  ...more,
})
const due = (...appointments: Appointment[]) =>
  appointmentsDue(
    appointments.map((one, at) => stored(10 + at, one)),
    (clientId) => (clientId === idOf(1) ? '2026-0001' : null),
    now,
  ).map(({ kind, urgency, fileNumber, at }) => [kind, urgency, fileNumber, at])

it('shows what is planned for the rest of the day, by the room’s calendar', () => {
  expect(due(planned('2026-11-22T15:00:00.000Z'), planned('2026-11-22T16:00:00.000Z'))).toEqual([
    ['appointment', 'today', '2026-0001', '2026-11-22T15:00:00.000Z'],
  ])
})

it('asks what became of those that are over, however long ago, until somebody says', () => {
  const long = planned('2026-10-01T01:00:00.000Z', { clientId: null })
  expect(due(planned('2026-11-22T01:10:00.000Z'), planned('2026-11-22T01:11:00.000Z'), long)).toEqual([
    ['appointmentOpen', 'today', '2026-0001', '2026-11-22T01:10:00.000Z'],
    ['appointment', 'today', '2026-0001', '2026-11-22T01:11:00.000Z'],
    ['appointmentOpen', 'today', null, '2026-10-01T01:00:00.000Z'],
  ])
})

it.each(['came', 'missed', 'cancelled'] as const)('is nothing once it is entered as %s', (kind) => {
  const step = { kind, by: idOf(2), at: now, note: 'x' }
  expect(due(planned('2026-11-22T01:00:00.000Z', { steps: [step] }))).toEqual([])
  const taken = [step, { ...step, kind: 'takenBack' as const }]
  expect(due(planned('2026-11-22T01:00:00.000Z', { steps: taken }))).toHaveLength(1)
})
