import { Radio } from 'antd'
import { Field } from './field.tsx'

/** One of a few words, all of them in sight. */
export function ChoiceField<Choice extends string | null>({
  label,
  options,
  value,
  onChange,
  required = false,
  missing = null,
}: {
  label: string
  options: readonly { value: Choice; label: string }[]
  /** What is chosen; nothing yet when it is none of the options. */
  value: Choice | null
  onChange: (value: Choice) => void
  required?: boolean
  missing?: string | null
}) {
  return (
    <Field label={label} group required={required} missing={missing}>
      {({ id, ...aria }) => (
        <Radio.Group
          {...aria}
          id={id}
          optionType="button"
          value={value}
          options={[...options]}
          onChange={({ target }) => {
            const chosen = options.find((option) => option.value === target.value)
            if (chosen !== undefined) onChange(chosen.value)
          }}
        />
      )}
    </Field>
  )
}
