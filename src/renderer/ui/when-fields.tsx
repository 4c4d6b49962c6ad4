import { Form, Input, InputNumber } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DayAndTime } from './day-and-time.ts'

/** When something is or was, and for how long, as a form holds it. */
export interface When extends DayAndTime {
  minutes: number
}

/** The fields of `When` in one line; what else belongs in it follows them. */
export function WhenFields({
  shortest = 5,
  autoFocus = false,
  children,
}: {
  /** Minutes. */
  shortest?: 0 | 5
  autoFocus?: boolean
  children?: ReactNode
}) {
  const { t } = useTranslation('ui')
  const needed = (part: keyof When) => [{ required: true, message: t(`when.needed.${part}`) }]
  return (
    <div className="field-row">
      <Form.Item name="day" label={t('when.day')} rules={needed('day')}>
        <Input type="date" autoFocus={autoFocus} />
      </Form.Item>
      <Form.Item name="time" label={t('when.time')} rules={needed('time')}>
        <Input type="time" />
      </Form.Item>
      <Form.Item name="minutes" label={t('when.minutes')} rules={needed('minutes')}>
        <InputNumber min={shortest} max={600} step={5} precision={0} />
      </Form.Item>
      {children}
    </div>
  )
}
