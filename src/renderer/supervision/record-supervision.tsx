import { Button, Form, Input, InputNumber, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Supervision } from '../../casework/supervision/supervision.ts'
import { dayOf } from '../../tiering/calendar.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { draftName, useDraft } from '../ui/use-draft.ts'

type Fields = Omit<Supervision, 'clientId' | 'recordedBy' | 'recordedAt'>

const modes = ['single', 'group', 'remote'] as const

/** Records what was talked over with a supervisor; entered once, then for reading. */
export function RecordSupervision({
  clientId,
  onDone,
}: {
  clientId: string
  onDone: (recorded: boolean) => void
}) {
  const { t } = useTranslation('supervision')
  const [form] = Form.useForm<Fields>()
  const kept = useDraft(draftName('supervision', clientId), form)
  const record = useCommand((fields: Fields) =>
    room.recordSupervision({ ...fields, actions: fields.actions ?? '', clientId }),
  )
  const leave = (recorded: boolean) => void kept.forget().then(() => onDone(recorded))
  const text = (part: 'question' | 'advice' | 'actions', needed: boolean) => (
    <Form.Item
      name={part}
      label={t(`field.${part}`)}
      rules={needed ? [{ required: true, whitespace: true, min: 2, message: t(`needed.${part}`) }] : []}
    >
      <Input.TextArea rows={2} maxLength={20_000} />
    </Form.Item>
  )
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="panel"
      aria-label={t('record.title')}
      initialValues={{ day: dayOf(new Date().toISOString()), mode: 'single', minutes: 50 }}
      onValuesChange={kept.changed}
      onFinish={(fields) => void record.run(fields).then((saved) => saved && leave(true))}
    >
      <DraftNotice draft={kept} />
      <Form.Item
        name="supervisor"
        label={t('field.supervisor')}
        extra={t('field.supervisorHint')}
        rules={[{ required: true, whitespace: true, message: t('needed.supervisor') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <div className="field-row">
        <Form.Item name="day" label={t('field.day')} rules={[{ required: true, message: t('needed.day') }]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item
          name="minutes"
          label={t('field.minutes')}
          rules={[{ required: true, message: t('needed.minutes') }]}
        >
          <InputNumber min={5} max={600} precision={0} />
        </Form.Item>
      </div>
      <Form.Item name="mode" label={t('field.mode')}>
        <Radio.Group
          aria-label={t('field.mode')}
          options={modes.map((value) => ({ value, label: t(`mode.${value}`) }))}
        />
      </Form.Item>
      {text('question', true)}
      {text('advice', true)}
      {text('actions', false)}
      <FormActions refusal={record.refusal}>
        <Button type="primary" htmlType="submit" loading={record.running}>
          {t('record.save')}
        </Button>
        <Button onClick={() => leave(false)}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  )
}
