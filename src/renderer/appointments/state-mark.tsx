import { useTranslation } from 'react-i18next'
import type { AppointmentState } from '../../casework/appointments/appointment-course.ts'

const signs: Record<AppointmentState, string> = { planned: '○', came: '✓', missed: '–', cancelled: '×' }

/** What became of an appointment, in words with a sign beside them. */
export function StateMark({ state }: { state: AppointmentState }) {
  const { t } = useTranslation('appointments')
  return (
    <span className={`appointment-state appointment-state-${state}`}>
      <span aria-hidden>{signs[state]}</span> {t(`state.${state}`)}
    </span>
  )
}
