import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Unit } from '../../../room/contract/county-units.ts'
import { room } from '../../room/room.ts'
import { useCommand } from '../../room/use-command.ts'
import { FormActions } from '../../ui/form-actions.tsx'

/** Ends a unit from a day on. */
export function EndUnit({
  unit: { level, code },
  today,
  onEnded,
  onCancel,
}: {
  unit: Unit
  today: string
  onEnded: () => void
  onCancel: () => void
}) {
  const { t } = useTranslation('county-units')
  const end = useCommand((from: string) => room.endUnit({ level, code, from }))
  return (
    <section className="panel" aria-labelledby="unit-end">
      <h2 className="panel-title" id="unit-end">
        {t('end.title')}
      </h2>
      <p>{t('end.means')}</p>
      <Form<{ from: string }>
        layout="vertical"
        requiredMark={false}
        initialValues={{ from: today }}
        onFinish={({ from }) => void end.run(from).then((ended) => ended && onEnded())}
      >
        <Form.Item
          name="from"
          label={t('end.from')}
          extra={t('end.hint')}
          rules={[{ required: true, message: t('form.dayNeeded') }]}
        >
          <Input type="date" className="units-day" />
        </Form.Item>
        <FormActions refusal={end.refusal}>
          <Button type="primary" htmlType="submit" loading={end.running}>
            {t('end.now')}
          </Button>
          <Button onClick={onCancel}>{t('form.cancel')}</Button>
        </FormActions>
      </Form>
    </section>
  )
}
