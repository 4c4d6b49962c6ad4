import { type Appointment, appointmentKind } from '../../casework/appointments/appointment.ts'
import { mondayOf } from '../../casework/appointments/week-view.ts'
import { processNoteKind } from '../../casework/notes/process-note.ts'
import { type NoteContent, sessionNoteKind } from '../../casework/notes/session-note.ts'
import type { RecordKind } from '../../casework/records/record.ts'
import type { Language } from '../../casework/records/values.ts'
import { supervisionKind } from '../../casework/supervision/supervision.ts'
import type { SimulatedRoom } from '../../simulation/simulated-room.ts'
import { addDays, dayOf, instantAt } from '../../tiering/calendar.ts'
import type { Change, OpenVault } from '../../vault/vault.ts'
import { now, today } from '../clock.ts'
import { sealPrivate } from '../notes/private-text.ts'
import { sessionWords } from './session-words.ts'

const minutes = 50
/** Days after Monday, hours, and which of the first clients; null for what is about none. */
const week: readonly [day: number, hour: number, client: number | null, kind: Appointment['kind']][] = [
  [0, 9, 0, 'session'],
  [0, 14.5, 1, 'assessment'],
  [1, 10, 2, 'session'],
  [1, 10.5, 3, 'family'],
  [2, 15, 4, 'followUp'],
  [3, 9, 5, 'session'],
  [3, 16, null, 'other'],
  [4, 10, 0, 'session'],
  [4, 14, 1, 'session'],
]

/** The next half hour that begins today; in the last one of a day, that one: it is not over yet. */
const soon = (): string => {
  const midnight = instantAt(today(), 0)
  const elapsed = Math.ceil((Date.parse(now()) - Date.parse(midnight)) / (30 * 60_000)) * 30
  return instantAt(today(), Math.min(elapsed, 23.5 * 60))
}

/** A week of appointments, and one that is about to begin, notes of the last sessions, one of them not signed, and a supervision. */
export const demoSessions = async (
  vault: OpenVault,
  { clients, assessments }: SimulatedRoom,
  language: Language,
): Promise<Change[]> => {
  const me = vault.staff.id
  const words = sessionWords[language]
  const put = <T>(kind: RecordKind<T>, value: T, id = vault.drawId()): Change => ({
    kind,
    id,
    expectedRevision: 0,
    value,
  })
  const monday = mondayOf(today())

  const planned = week.map(
    ([days, hour, ...what]) => [instantAt(addDays(monday, days), hour * 60), ...what] as const,
  )
  const appointments = [...planned, [soon(), 5, 'followUp'] as const].map(
    ([startsAt, client, kind]): Appointment => {
      const endsAt = new Date(Date.parse(startsAt) + minutes * 60_000).toISOString()
      const became = client === 2 ? 'missed' : 'came'
      return {
        clientId: client === null ? null : (clients[client]?.id ?? null),
        staffId: me,
        startsAt,
        minutes,
        kind,
        place: client === 3 ? words.secondRoom : words.firstRoom,
        note: client === null ? words.training : '',
        steps: endsAt < now() ? [{ kind: became, by: me, at: endsAt, note: '' }] : [],
      }
    },
  )

  const note = (clientId: string, heldAt: string, content: NoteContent, isSigned: boolean) => {
    const signedAt = new Date(Date.parse(heldAt) + 2 * 3_600_000).toISOString()
    return put(sessionNoteKind, {
      clientId,
      appointment: null,
      heldAt,
      minutes,
      mode: 'inRoom',
      writtenBy: me,
      content,
      signedAt: isSigned ? signedAt : null,
      addenda: [],
    })
  }
  const talked = clients.slice(0, 6).flatMap(({ id }) => {
    const last = assessments.findLast(({ value }) => value.clientId === id)?.value.answeredAt
    return last ? [note(id, last, words.note, true)] : []
  })
  const [first, second] = clients
  if (!first || !second) return []

  const privateId = vault.drawId()
  return [
    ...appointments.map((value) => put(appointmentKind, value)),
    ...talked,
    note(second.id, instantAt(addDays(today(), -3), 10 * 60), words.draft, false),
    put(
      processNoteKind,
      {
        clientId: first.id,
        writtenBy: me,
        writtenAt: now(),
        sealed: await sealPrivate(vault, privateId, words.own),
      },
      privateId,
    ),
    put(supervisionKind, {
      clientId: first.id,
      day: addDays(dayOf(now()), -7),
      supervisor: words.supervisor,
      mode: 'single',
      minutes,
      question: words.question,
      advice: words.advice,
      actions: words.actions,
      recordedBy: me,
      recordedAt: now(),
    }),
  ]
}
