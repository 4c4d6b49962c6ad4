import { Button, Checkbox, Form, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Stored } from '../../casework/records/record.ts'
import { employments, type StaffProfile } from '../../casework/staff/staff-profile.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'
import './staff-register.css'

interface Fields {
  name?: string
  staffId?: string
  employment: StaffProfile['employment']
  duties: ('supervises' | 'crisisTeam')[]
  leftOn?: string
  note?: string
}

const fieldsOf = ({ value }: Stored<StaffProfile>): Fields => ({
  name: value.name,
  ...(value.staffId === null ? {} : { staffId: value.staffId }),
  employment: value.employment,
  duties: (['supervises', 'crisisTeam'] as const).filter((duty) => value[duty]),
  leftOn: value.leftOn ?? '',
  note: value.note,
})

/** Enters somebody in the register, or changes what is known of them. */
export function ProfileForm({
  stored,
  accounts,
  onSaved,
  onCancel,
}: {
  /** Whoever is changed; null for somebody new. */
  stored: Stored<StaffProfile> | null
  /** Accounts that may be theirs. */
  accounts: readonly { id: string; name: string }[]
  onSaved: (id: string) => void
  onCancel: () => void
}) {
  const { t } = useTranslation('staff-register')
  const [form] = Form.useForm<Fields>()
  const save = useCommand(({ name, staffId, employment, duties, leftOn, note }: Fields) =>
    room.saveStaffProfile({
      id: stored?.id ?? null,
      revision: stored?.revision ?? 0,
      entry: {
        name: name ?? '',
        staffId: staffId ?? null,
        employment,
        supervises: duties.includes('supervises'),
        crisisTeam: duties.includes('crisisTeam'),
        leftOn: leftOn === undefined || leftOn === '' ? null : leftOn,
        note: note ?? '',
      },
    }),
  )
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="panel register-form"
      aria-label={t(stored === null ? 'add' : 'change')}
      initialValues={stored === null ? { employment: 'volunteer', duties: [] } : fieldsOf(stored)}
      onFinish={(fields) => void save.run(fields).then((saved) => saved && onSaved(saved.value.id))}
    >
      <h2 className="panel-title">{t(stored === null ? 'add' : 'change')}</h2>
      <Form.Item name="staffId" label={t('field.account')} extra={t('field.accountHint')}>
        <Select
          allowClear
          placeholder={t('field.noAccount')}
          options={accounts.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id: string | undefined) => {
            const account = accounts.find((one) => one.id === id)
            if (account !== undefined && !form.getFieldValue('name')) form.setFieldValue('name', account.name)
          }}
        />
      </Form.Item>
      <Form.Item
        name="name"
        label={t('field.name')}
        rules={[{ required: true, whitespace: true, message: t('needed.name') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="employment" label={t('field.employment')}>
        <Radio.Group
          aria-label={t('field.employment')}
          options={employments.map((value) => ({ value, label: t(`employment.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="duties" label={t('duties')}>
        <Checkbox.Group
          aria-label={t('duties')}
          options={(['supervises', 'crisisTeam'] as const).map((value) => ({ value, label: t(value) }))}
        />
      </Form.Item>
      {stored !== null && (
        <Form.Item name="leftOn" label={t('field.leftOn')} extra={t('field.leftOnHint')}>
          <Input type="date" />
        </Form.Item>
      )}
      <Form.Item name="note" label={t('field.note')} extra={t('field.noteHint')}>
        <Input.TextArea rows={2} maxLength={20_000} />
      </Form.Item>
      <FormActions refusal={save.refusal}>
        <Button type="primary" htmlType="submit" loading={save.running}>
          {t('save')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  )
}
