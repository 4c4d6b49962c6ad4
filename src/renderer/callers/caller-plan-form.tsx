import { Button, Checkbox, Form, Input, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CallerPlan, CallerPlanDraft } from '../../casework/callers/caller-plan.ts'
import { addDays, dayOf } from '../../tiering/calendar.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'

type Fields = Omit<CallerPlanDraft, 'from' | 'ended'>

const reviewAfter = 28
const blank = {
  need: '',
  helps: '',
  approach: '',
  agreement: '',
  minutes: null,
  callsADay: null,
  agreedWithCaller: false,
}
const told = ['need', 'helps', 'approach', 'agreement'] as const
const needed: readonly string[] = ['need', 'approach']

/** Writes the next version of a caller's plan, or ends it. */
export function CallerPlanForm({
  callerId,
  from,
  onSaved,
  onLeft,
}: {
  callerId: string
  /** The newest version; null when there is none. */
  from: CallerPlan | null
  onSaved: () => void
  onLeft: () => void
}) {
  const { t } = useTranslation('callers')
  const [form] = Form.useForm<Fields>()
  const today = dayOf(new Date().toISOString())
  const save = useCommand((ended: boolean) => {
    const { agreedWithCaller, minutes, callsADay, ...fields } = { ...blank, ...form.getFieldsValue() }
    return room.saveCallerPlan({
      callerId,
      plan: {
        ...fields,
        agreedWithCaller,
        minutes: minutes ?? null,
        callsADay: callsADay ?? null,
        ended,
        from: from?.version ?? 0,
      },
    })
  })
  const finish = async (ended: boolean) => {
    if ((await save.run(ended)) !== null) onSaved()
  }
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="plan-form"
      aria-label={t('plan.title')}
      initialValues={{ ...(from ?? blank), reviewBy: addDays(today, reviewAfter) }}
      onFinish={() => void finish(false)}
    >
      <p className="quiet">{t('plan.promise')}</p>
      {told.map((field) => (
        <Form.Item
          key={field}
          name={field}
          label={t(`plan.${field}`)}
          extra={t(`plan.hint.${field}`)}
          rules={
            needed.includes(field)
              ? [{ required: true, whitespace: true, min: 2, message: t('plan.fewWords') }]
              : []
          }
        >
          <Input.TextArea rows={2} maxLength={4000} />
        </Form.Item>
      ))}
      <div className="plan-row">
        <Form.Item name="minutes" label={t('plan.minutes')}>
          <InputNumber min={5} max={240} precision={0} />
        </Form.Item>
        <Form.Item name="callsADay" label={t('plan.callsADay')}>
          <InputNumber min={1} max={50} precision={0} />
        </Form.Item>
        <Form.Item
          name="reviewBy"
          label={t('plan.reviewBy')}
          rules={[{ required: true, message: t('plan.reviewNeeded') }]}
        >
          <Input type="date" min={addDays(today, 1)} />
        </Form.Item>
      </div>
      <Form.Item name="agreedWithCaller" valuePropName="checked">
        <Checkbox>{t('plan.agreed')}</Checkbox>
      </Form.Item>
      <FormActions refusal={save.refusal}>
        <Button type="primary" htmlType="submit" loading={save.running}>
          {t('plan.save')}
        </Button>
        {from !== null && !from.ended && (
          <Button onClick={() => void finish(true)} loading={save.running}>
            {t('plan.end')}
          </Button>
        )}
        <Button onClick={onLeft}>{t('leave')}</Button>
      </FormActions>
    </Form>
  )
}
