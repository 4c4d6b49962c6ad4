import { Radio } from 'antd'
import type { FieldIds } from './field.tsx'

/** One of a few words, all of them in sight. */
export function Choice<Of extends string | null>({
  ids,
  options,
  value,
  onChange,
}: {
  ids: FieldIds
  options: readonly { value: Of; label: string }[]
  /** What is chosen; nothing yet when it is none of the options. */
  value: Of | null
  onChange: (value: Of) => void
}) {
  const { id, ...aria } = ids
  const isOpen = options.every((option) => option.value !== value)
  return (
    <Radio.Group
      {...aria}
      id={id}
      value={value}
      onChange={({ target }) => {
        const chosen = options.find((option) => option.value === target.value)
        if (chosen !== undefined) onChange(chosen.value)
      }}
    >
      {options.map((option, place) => (
        <Radio.Button
          key={String(option.value)}
          value={option.value}
          // One stop for the tab key, also while nothing is chosen: Chromium goes to the next answer once the form was drawn anew.
          {...(isOpen && place > 0 ? { tabIndex: -1 } : {})}
        >
          {option.label}
        </Radio.Button>
      ))}
    </Radio.Group>
  )
}
