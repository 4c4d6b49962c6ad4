import { Button, Checkbox, Form, Input, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { dayOf } from '../../tiering/calendar.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'

interface Fields {
  day: string
  title: string
  hours: number
  supervision?: boolean
}

/** Enters hours of training, in quarters of an hour. */
export function TrainingForm({
  profile: { id, revision },
  onSaved,
  onCancel,
}: {
  profile: { id: string; revision: number }
  onSaved: () => void
  onCancel: () => void
}) {
  const { t } = useTranslation('staff-register')
  const add = useCommand(({ day, title, hours, supervision }: Fields) =>
    room.addTraining({
      id,
      revision,
      training: { day, title, quarterHours: Math.round(hours * 4), supervision: supervision ?? false },
    }),
  )
  return (
    <Form<Fields>
      layout="vertical"
      requiredMark={false}
      className="register-add"
      aria-label={t('training.add')}
      initialValues={{ day: dayOf(new Date().toISOString()) }}
      onFinish={(fields) => void add.run(fields).then((saved) => saved && onSaved())}
    >
      <Form.Item
        name="title"
        label={t('training.name')}
        rules={[{ required: true, whitespace: true, message: t('needed.title') }]}
      >
        <Input autoFocus maxLength={100} />
      </Form.Item>
      <div className="field-row">
        <Form.Item
          name="day"
          label={t('training.day')}
          rules={[{ required: true, message: t('needed.day') }]}
        >
          <Input type="date" />
        </Form.Item>
        <Form.Item
          name="hours"
          label={t('training.hours')}
          extra={t('training.hoursHint')}
          rules={[{ required: true, message: t('needed.hours') }]}
        >
          <InputNumber min={0.25} max={100} step={0.25} precision={2} />
        </Form.Item>
      </div>
      <Form.Item name="supervision" valuePropName="checked">
        <Checkbox>{t('training.supervisionAsked')}</Checkbox>
      </Form.Item>
      <FormActions refusal={add.refusal}>
        <Button type="primary" htmlType="submit" loading={add.running}>
          {t('save')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  )
}
