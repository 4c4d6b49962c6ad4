import { Form, Input, Radio } from 'antd'

/** What a field is called in the form it stands in. */
type FieldName = string

/** One of a few answers, each on a line of its own. */
export function ChoiceField({
  name,
  label,
  needed,
  options,
}: {
  name: FieldName
  label: string
  /** Said when nothing was chosen. */
  needed: string
  options: { value: string | number | boolean; label: string }[]
}) {
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: needed }]}>
      <Radio.Group vertical aria-label={label} options={options} />
    </Form.Item>
  )
}

/** What happened, in words. */
export function NoteField({
  name,
  label,
  hint,
  needed,
  atLeast = 2,
}: {
  name: FieldName
  label: string
  hint?: string
  /** Said when too little was written. */
  needed: string
  atLeast?: number
}) {
  return (
    <Form.Item
      name={name}
      label={label}
      extra={hint}
      rules={[{ required: true, whitespace: true, min: atLeast, message: needed }]}
    >
      <Input.TextArea rows={3} maxLength={20_000} />
    </Form.Item>
  )
}
