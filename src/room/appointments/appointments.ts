import {
  type Appointment,
  appointmentKind,
  appointmentSchema,
  appointmentState,
} from '../../casework/appointments/appointment.ts'
import { appointmentClashes } from '../../casework/appointments/appointment-clashes.ts'
import { appointmentCourse } from '../../casework/appointments/appointment-course.ts'
import { weekView } from '../../casework/appointments/week-view.ts'
import { clientKind } from '../../casework/clients/client.ts'
import { afterStep } from '../../casework/records/course.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { addDays, dayOf } from '../../tiering/calendar.ts'
import { openedBy } from '../../vault/keys/role-keys.ts'
import { now, today } from '../clock.ts'
import { commands } from '../commands.ts'
import type { AppointmentsApi, ClashOnShow } from '../contract/appointments.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'

/** A day further from today than this is a slip of the keyboard, not a plan. */
const farthestDays = 2 * 365

const isFarFromToday = (startsAt: string): boolean =>
  dayOf(startsAt) < addDays(today(), -farthestDays) || dayOf(startsAt) > addDays(today(), farthestDays)

type Wanted = Parameters<AppointmentsApi['appointmentClashes']>[0]

const clashesWith = async (
  { list }: Session,
  wanted: Wanted,
  ownId: string | null,
): Promise<ClashOnShow[]> => {
  const { records } = await list(appointmentKind)
  return appointmentClashes(wanted, records, ownId).flatMap(({ id, because }) => {
    const appointment = records.find((one) => one.id === id)
    return appointment === undefined ? [] : [{ appointment, because }]
  })
}

/** File numbers of the clients that are read together with these appointments, by id. */
const fileNumbers = async (
  { cases }: Session,
  appointments: readonly Pick<Appointment, 'clientId'>[],
): Promise<Record<string, string>> => {
  const named = new Set(appointments.flatMap(({ clientId }) => clientId ?? []))
  const { clients } = await cases()
  return Object.fromEntries(
    clients.filter(({ id }) => named.has(id)).map(({ id, entry }) => [id, entry.client.fileNumber]),
  )
}

/** The week that is planned, and what becomes of it. */
export const appointmentsApi = (session: () => Session): AppointmentsApi => ({
  async appointmentWeek(day) {
    const { records, unreadable } = await session().list(appointmentKind)
    const week = weekView(day, records)
    const shown = week.days.flatMap(({ appointments }) => appointments.map(({ value }) => value))
    return {
      week,
      fileNumbers: await fileNumbers(session(), shown),
      staffNames: staffNames(session()),
      unreadable,
    }
  },
  async appointment(id) {
    const appointment = await session().get(appointmentKind, id)
    return {
      appointment,
      fileNumbers: await fileNumbers(session(), [appointment.value]),
      staffNames: staffNames(session()),
    }
  },
  async clientAppointments(clientId) {
    const { records, unreadable } = await session().ofClient(appointmentKind, clientId)
    const appointments = records.toSorted((a, b) => b.value.startsAt.localeCompare(a.value.startsAt))
    return { appointments, unreadable, staffNames: staffNames(session()) }
  },
  async appointmentClient(clientId) {
    return (await fileNumbers(session(), [{ clientId }]))[clientId] ?? null
  },
  async appointmentStaff() {
    return session()
      .vault.staffing.list()
      .filter(({ roles }) => openedBy(roles).includes('schedule'))
      .map(({ id, name }) => ({ id, name }))
      .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
  },
  appointmentClashes: (wanted, ownId) => clashesWith(session(), wanted, ownId),
  ...commands({
    async saveAppointment({
      id,
      revision,
      entry,
      despiteClashes,
    }: Parameters<AppointmentsApi['saveAppointment']>[0]): Promise<Outcome<{ id: string }>> {
      const { vault, get, commit } = session()
      const before = id === null ? null : (await get(appointmentKind, id)).value
      const read = appointmentSchema.safeParse({ ...entry, steps: before?.steps ?? [] })
      if (!read.success)
        return refused('APPOINTMENT_INVALID', { at: String(read.error.issues[0]?.path[0] ?? '') })
      const { clientId, startsAt } = read.data
      if (startsAt !== before?.startsAt && isFarFromToday(startsAt))
        return refused('APPOINTMENT_TOO_FAR', { at: 'startsAt' })
      if (id === null && clientId !== null) await get(clientKind, clientId)
      const clashes = await clashesWith(session(), read.data, id)
      if (clashes.length > 0 && !despiteClashes)
        return refused('APPOINTMENT_CLASHES', { detail: { count: clashes.length } })
      const saved = id ?? vault.drawId()
      await commit([{ kind: appointmentKind, id: saved, expectedRevision: revision, value: read.data }])
      return done({ id: saved })
    },
    async stepAppointment({
      id,
      revision,
      kind,
      note,
    }: Parameters<AppointmentsApi['stepAppointment']>[0]): Promise<Outcome<null>> {
      const { me, get, commit } = session()
      const { value } = await get(appointmentKind, id)
      if (afterStep(appointmentCourse, appointmentState(value), kind) === null)
        return refused('STEP_NOT_OPEN', { detail: { state: appointmentState(value), step: kind } })
      const why = note.trim()
      if (kind === 'cancelled' && why.length < 2) return refused('REASON_NEEDED', { at: 'note' })
      const after = { ...value, steps: [...value.steps, { kind, by: me.id, at: now(), note: why }] }
      await commit([{ kind: appointmentKind, id, expectedRevision: revision, value: after }])
      return done(null)
    },
  }),
})
