import type { Appointment } from '../../casework/appointments/appointment.ts'
import type { ClashReason } from '../../casework/appointments/appointment-clashes.ts'
import type { AppointmentStepKind } from '../../casework/appointments/appointment-course.ts'
import type { WeekView } from '../../casework/appointments/week-view.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { Outcome } from '../../instruments/outcome.ts'

/** What the desk may know besides the appointments themselves. */
interface AroundAppointments {
  /** File numbers of clients by id; empty where the role may not know them. */
  fileNumbers: Record<string, string>
  staffNames: Record<string, string>
}

/** An appointment that another one cannot be kept beside, and why. */
export interface ClashOnShow {
  appointment: Stored<Appointment>
  because: ClashReason[]
}

/** What is planned; what becomes of it comes later, by steps. */
export type AppointmentEntry = Omit<Appointment, 'steps'>

export interface AppointmentsApi {
  /** The week that `day` lies in. */
  appointmentWeek(day: string): Promise<AroundAppointments & { week: WeekView; unreadable: number }>
  /** Rejects with NOT_FOUND. */
  appointment(id: string): Promise<AroundAppointments & { appointment: Stored<Appointment> }>
  /** One client's, the last one first. */
  clientAppointments(clientId: string): Promise<{
    appointments: Stored<Appointment>[]
    staffNames: Record<string, string>
    unreadable: number
  }>
  /** The file number of a client something is planned for; null where the role may not know it, or for nobody. */
  appointmentClient(clientId: string): Promise<string | null>
  /** Who can be booked: everybody who works here and may open the schedule. */
  appointmentStaff(): Promise<{ id: string; name: string }[]>
  /** What an appointment would clash with; `ownId`: of the one that is moved. */
  appointmentClashes(
    wanted: Pick<Appointment, 'startsAt' | 'minutes' | 'staffId' | 'clientId' | 'place'>,
    ownId: string | null,
  ): Promise<ClashOnShow[]>
  /**
   * Plans a new one (`id` null, `revision` 0) or changes one that is still planned. Refused with APPOINTMENT_INVALID (the field in
   * `at`), APPOINTMENT_CLASHES unless `despiteClashes`, or RECORD_CLOSED.
   */
  saveAppointment(input: {
    id: string | null
    revision: number
    entry: AppointmentEntry
    despiteClashes: boolean
  }): Promise<Outcome<{ id: string }>>
  /** Enters what became of it. Refused with STEP_NOT_OPEN, or REASON_NEEDED for a cancelled one without a reason. */
  stepAppointment(input: {
    id: string
    revision: number
    kind: AppointmentStepKind
    note: string
  }): Promise<Outcome<null>>
}
