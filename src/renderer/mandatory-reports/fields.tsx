import { Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { StepFields } from './step-draft.ts'

type Name = keyof StepFields

/** One line, or several, that has to be filled in unless it is `optional`. */
export function TextField({
  name,
  min = 2,
  optional = false,
  rows = 1,
}: {
  name: Name
  min?: number
  optional?: boolean
  rows?: number
}) {
  const { t } = useTranslation('mandatory-reports')
  return (
    <Form.Item
      name={name}
      label={t(`field.${name}.label`)}
      rules={optional ? [] : [{ required: true, whitespace: true, min, message: t('field.needed', { min }) }]}
    >
      {rows > 1 ? <Input.TextArea rows={rows} maxLength={20_000} /> : <Input maxLength={2000} />}
    </Form.Item>
  )
}

/** One of several. */
export function ChoiceField({
  name,
  of,
  optional = false,
}: {
  name: Name
  of: readonly string[]
  optional?: boolean
}) {
  const { t } = useTranslation('mandatory-reports')
  const label = t(`field.${name}.label`)
  return (
    <Form.Item
      name={name}
      label={label}
      rules={optional ? [] : [{ required: true, message: t('field.choose') }]}
    >
      <Radio.Group
        aria-label={label}
        options={of.map((value) => ({ value, label: t(`field.${name}.${value}`) }))}
      />
    </Form.Item>
  )
}
