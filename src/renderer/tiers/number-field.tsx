import { InputNumber } from 'antd'
import { useEffect, useState } from 'react'

/** A number in a sentence; what was typed counts when the field is left. */
export function NumberField({
  label,
  value,
  min,
  max,
  decimals = 0,
  onChange,
}: {
  label: string
  value: number
  min: number
  max: number
  decimals?: number
  onChange: (value: number) => void
}) {
  const [typed, setTyped] = useState<number | null>(value)
  useEffect(() => setTyped(value), [value])
  const leave = () => {
    if (typed === null) setTyped(value)
    else if (typed !== value) onChange(typed)
  }
  return (
    <InputNumber<number>
      className="rule-number"
      aria-label={label}
      size="small"
      min={min}
      max={max}
      precision={decimals}
      value={typed}
      onChange={setTyped}
      onBlur={leave}
      onPressEnter={leave}
    />
  )
}
