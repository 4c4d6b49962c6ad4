import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'

interface Fields {
  title: string
  issuedBy?: string
  day?: string
  until?: string
}

const dayOrNull = (day: string | undefined): string | null => (day === undefined || day === '' ? null : day)

/** Enters a qualification. */
export function QualificationForm({
  profile: { id, revision },
  onSaved,
  onCancel,
}: {
  profile: { id: string; revision: number }
  onSaved: () => void
  onCancel: () => void
}) {
  const { t } = useTranslation('staff-register')
  const add = useCommand(({ title, issuedBy, day, until }: Fields) =>
    room.addQualification({
      id,
      revision,
      qualification: { title, issuedBy: issuedBy ?? '', day: dayOrNull(day), until: dayOrNull(until) },
    }),
  )
  return (
    <Form<Fields>
      layout="vertical"
      requiredMark={false}
      className="register-add"
      aria-label={t('qualifications.add')}
      onFinish={(fields) => void add.run(fields).then((saved) => saved && onSaved())}
    >
      <Form.Item
        name="title"
        label={t('qualifications.name')}
        extra={t('qualifications.nameHint')}
        rules={[{ required: true, whitespace: true, message: t('needed.title') }]}
      >
        <Input autoFocus maxLength={100} />
      </Form.Item>
      <Form.Item name="issuedBy" label={t('qualifications.issuedBy')}>
        <Input maxLength={100} />
      </Form.Item>
      <div className="field-row">
        <Form.Item name="day" label={t('qualifications.day')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="until" label={t('qualifications.lastDay')} extra={t('qualifications.lastDayHint')}>
          <Input type="date" />
        </Form.Item>
      </div>
      <FormActions refusal={add.refusal}>
        <Button type="primary" htmlType="submit" loading={add.running}>
          {t('save')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  )
}
