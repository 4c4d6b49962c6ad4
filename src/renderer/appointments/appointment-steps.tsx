import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Appointment, appointmentState } from '../../casework/appointments/appointment.ts'
import {
  type AppointmentStepKind,
  appointmentCourse,
} from '../../casework/appointments/appointment-course.ts'
import { openSteps } from '../../casework/records/course.ts'
import type { Stored } from '../../casework/records/record.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'
import { useFormatTime } from '../ui/format-time.ts'

/** What became of an appointment, and the steps that can be taken now, each with a word about it. */
export function AppointmentSteps({
  appointment: { id, revision, value },
  staffNames,
  hasBegun,
  onStepped,
}: {
  appointment: Stored<Appointment>
  staffNames: Record<string, string>
  hasBegun: boolean
  onStepped: () => void
}) {
  const { t } = useTranslation('appointments')
  const { dateTime } = useFormatTime()
  const [asked, setAsked] = useState<AppointmentStepKind | null>(null)
  const step = useCommand((kind: AppointmentStepKind, note: string) =>
    room.stepAppointment({ id, revision, kind, note }),
  )
  const open = openSteps(appointmentCourse, appointmentState(value)).filter(
    (kind) => hasBegun || (kind !== 'came' && kind !== 'missed'),
  )
  const take = async (kind: AppointmentStepKind, note: string) => {
    if ((await step.run(kind, note)) === null) return
    setAsked(null)
    onStepped()
  }
  return (
    <section className="panel" aria-labelledby="appointment-steps">
      <h2 className="panel-title" id="appointment-steps">
        {t('steps.title')}
      </h2>
      {!hasBegun && value.steps.length === 0 && <p className="quiet">{t('steps.ahead')}</p>}
      <ol className="appointment-lines">
        {value.steps.map(({ kind, by, at, note }) => (
          <li key={at}>
            <span>{t(`step.${kind}.done`, { who: staffNames[by] ?? t('somebody'), at: dateTime(at) })}</span>
            {note !== '' && <span className="quiet">{note}</span>}
          </li>
        ))}
      </ol>
      {asked === null ? (
        <FormActions refusal={step.refusal}>
          {open.map((kind) => (
            <Button
              key={kind}
              type={kind === 'came' ? 'primary' : 'default'}
              loading={step.running}
              onClick={() => (kind === 'came' ? void take(kind, '') : setAsked(kind))}
            >
              {t(`step.${kind}.act`)}
            </Button>
          ))}
        </FormActions>
      ) : (
        <Form<{ note?: string }>
          layout="vertical"
          requiredMark={false}
          onFinish={({ note = '' }) => void take(asked, note)}
        >
          <Form.Item
            name="note"
            label={t(`step.${asked}.ask`)}
            rules={
              asked === 'cancelled'
                ? [{ required: true, whitespace: true, min: 2, message: t('steps.reasonNeeded') }]
                : []
            }
          >
            <Input autoFocus maxLength={500} />
          </Form.Item>
          <FormActions refusal={step.refusal}>
            <Button type="primary" htmlType="submit" loading={step.running}>
              {t(`step.${asked}.act`)}
            </Button>
            <Button onClick={() => setAsked(null)}>{t('cancel')}</Button>
          </FormActions>
        </Form>
      )}
    </section>
  )
}
