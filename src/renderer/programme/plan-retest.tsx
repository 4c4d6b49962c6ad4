import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Battery } from '../../casework/assessments/battery.ts'
import type { Stored } from '../../casework/records/record.ts'
import { addDays, dayOf } from '../../tiering/calendar.ts'
import { useClientOnShow } from '../clients/client-context.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'
import { Page } from '../ui/page.tsx'
import { BatteryPicker } from './battery-picker.tsx'
import { InstrumentOrder } from './instrument-order.tsx'
import { WeeksField } from './weeks-field.tsx'

interface Fields {
  instruments: string[]
  everyWeeks: number
  from: string
}

const usualWeeks = 4
const weeksFromNow = (weeks: number): string => addDays(dayOf(new Date().toISOString()), weeks * 7)

/** Plans what a client answers again, how often, and from when. */
export function PlanRetest() {
  const { t } = useTranslation('programme')
  const navigate = useNavigate()
  const { file, shelf } = useClientOnShow()
  const [form] = Form.useForm<Fields>()
  const [chosen, setChosen] = useState<Stored<Battery> | null>(null)
  const plan = useCommand(({ instruments, everyWeeks, from }: Fields) =>
    room.planRetest({
      clientId: file.client.id,
      instruments,
      battery: chosen?.value.instruments.join() === instruments.join() ? chosen.id : null,
      everyWeeks,
      from,
    }),
  )
  const choose = (instruments: string[], battery: Stored<Battery>) => {
    setChosen(battery)
    const everyWeeks = battery.value.everyWeeks ?? form.getFieldValue('everyWeeks') ?? usualWeeks
    form.setFieldsValue({ instruments, everyWeeks })
    followWeeks(everyWeeks)
  }
  const followWeeks = (weeks: number | null | undefined) => {
    if (weeks && !form.isFieldTouched('from')) form.setFieldsValue({ from: weeksFromNow(weeks) })
  }

  return (
    <Page title={t('plan.title')} lead={t('plan.lead')} width="form">
      <section className="panel" aria-labelledby="plan-what">
        <h2 className="panel-title" id="plan-what">
          {t('plan.what')}
        </h2>
        <BatteryPicker onChoose={choose} />
        <Form<Fields>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ instruments: [], everyWeeks: usualWeeks, from: weeksFromNow(usualWeeks) }}
          onValuesChange={({ everyWeeks }: Partial<Fields>) => followWeeks(everyWeeks)}
          onFinish={(fields) =>
            void plan.run(fields).then((planned) => planned && navigate(`/clients/${file.client.id}`))
          }
        >
          <Form.Item
            name="instruments"
            label={t('plan.instruments')}
            rules={[
              {
                validator: async (_, instruments: string[] = []) => {
                  if (instruments.length === 0) throw new Error(t('plan.instrumentsNeeded'))
                },
              },
            ]}
          >
            <InstrumentOrder label={t('plan.instruments')} shelf={shelf} />
          </Form.Item>
          <Form.Item
            name="everyWeeks"
            label={t('plan.everyWeeks')}
            rules={[{ required: true, message: t('plan.everyWeeksNeeded') }]}
          >
            <WeeksField />
          </Form.Item>
          <Form.Item
            name="from"
            label={t('plan.from')}
            extra={t('plan.fromHint')}
            rules={[{ required: true, message: t('plan.fromNeeded') }]}
          >
            <Input type="date" />
          </Form.Item>
          <FormActions refusal={plan.refusal}>
            <Button type="primary" htmlType="submit" loading={plan.running}>
              {t('plan.save')}
            </Button>
            <Button onClick={() => void navigate(-1)}>{t('cancel')}</Button>
          </FormActions>
        </Form>
      </section>
    </Page>
  )
}
