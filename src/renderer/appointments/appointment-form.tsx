import { Button, Form, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { appointmentKinds } from '../../casework/appointments/appointment.ts'
import type { AppointmentEntry } from '../../room/contract/appointments.ts'
import { openEntries } from '../app/nav.ts'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { instantOf } from '../ui/day-and-time.ts'
import { FormActions } from '../ui/form-actions.tsx'
import { type When, WhenFields } from '../ui/when-fields.tsx'
import { ClashNotice } from './clash-notice.tsx'
import { ClientField } from './client-field.tsx'

/** An appointment as it stands in the form. */
interface AppointmentFields extends When, Omit<AppointmentEntry, 'startsAt' | 'minutes'> {}

const entryOf = ({ day, time, place = '', note = '', ...fields }: Partial<AppointmentFields>) => ({
  clientId: fields.clientId ?? null,
  staffId: fields.staffId ?? '',
  startsAt: instantOf({ ...(day && { day }), ...(time && { time }) }) ?? '',
  minutes: fields.minutes ?? 0,
  kind: fields.kind ?? ('session' as const),
  place,
  note,
})

/** Plans an appointment or changes one. What it clashes with is shown before it is saved. */
export function AppointmentForm({
  stored,
  begin,
  onSaved,
  onCancel,
}: {
  /** The one that is changed; null for a new one. */
  stored: { id: string; revision: number } | null
  begin: AppointmentFields
  onSaved: (id: string) => void
  onCancel: () => void
}) {
  const { t } = useTranslation('appointments')
  const [form] = Form.useForm<AppointmentFields>()
  const seesClients = openEntries(useSession()).some(({ key }) => key === 'clients')
  const staff = useQuery(() => room.appointmentStaff(), [])
  const watched = Form.useWatch<Partial<AppointmentFields> | undefined>([], form)
  const entry = entryOf({ ...begin, ...watched })
  const { startsAt, minutes, staffId, clientId, place } = entry
  const clashes = useQuery(
    async () =>
      startsAt === '' || minutes < 1
        ? []
        : room.appointmentClashes({ startsAt, minutes, staffId, clientId, place }, stored?.id ?? null),
    [startsAt, minutes, staffId, clientId, place, stored?.id],
  )
  const found = clashes.data ?? []
  const save = useCommand((fields: AppointmentFields) =>
    room.saveAppointment({
      id: stored?.id ?? null,
      revision: stored?.revision ?? 0,
      entry: entryOf({ ...begin, ...fields }),
      despiteClashes: found.length > 0,
    }),
  )
  const named = (staff.data ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Form<AppointmentFields>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="panel"
      initialValues={begin}
      onFinish={(fields) => void save.run(fields).then((saved) => saved && onSaved(saved.value.id))}
    >
      {seesClients && stored === null && (
        <Form.Item name="clientId" label={t('field.client')} extra={t('field.clientMeans')}>
          <ClientField />
        </Form.Item>
      )}
      <WhenFields />
      <p role="status" className="appointment-past">
        {startsAt !== '' && Date.parse(startsAt) < Date.now() && t('form.past')}
      </p>
      <Form.Item name="kind" label={t('field.kind')}>
        <Radio.Group
          aria-label={t('field.kind')}
          options={appointmentKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="staffId" label={t('field.staff')}>
        <Select options={named} loading={staff.data === null} />
      </Form.Item>
      <Form.Item name="place" label={t('field.place')} extra={t('field.placeHint')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="note" label={t('field.note')} extra={t('field.noteHint')}>
        <Input.TextArea rows={2} maxLength={20_000} />
      </Form.Item>
      <ClashNotice clashes={found} />
      <FormActions refusal={save.refusal}>
        <Button type="primary" htmlType="submit" loading={save.running}>
          {t(found.length > 0 ? 'form.saveAnyway' : 'form.save')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  )
}
