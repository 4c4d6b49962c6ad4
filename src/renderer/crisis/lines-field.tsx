import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { linesOf, type PlanStep } from './safety-plan-fields.ts'

const mostLines = 10
const longestLine = 300

/** One step of a plan, a line each. */
export function LinesField({ name, number, needed }: { name: PlanStep; number: number; needed: boolean }) {
  const { t } = useTranslation('crisis')
  return (
    <Form.Item
      name={name}
      label={`${number}. ${t(`plan.step.${name}`)}`}
      extra={t(`plan.hint.${name}`)}
      rules={[
        {
          validator: async (_, text: string) => {
            const lines = linesOf(text)
            if (needed && lines.length === 0) throw new Error(t('plan.lineNeeded'))
            if (lines.length > mostLines || lines.some(({ length }) => length > longestLine))
              throw new Error(t('plan.linesTooMany'))
          },
        },
      ]}
    >
      <Input.TextArea rows={3} maxLength={mostLines * (longestLine + 1)} />
    </Form.Item>
  )
}
