import { InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import './weeks-field.css'

/** A number of weeks, 1–104; a field of a form. Null while it is empty. */
export function WeeksField({
  id,
  value = null,
  onChange = () => undefined,
}: {
  id?: string
  value?: number | null
  onChange?: (weeks: number | null) => void
}) {
  const { t } = useTranslation('programme')
  return (
    <span className="weeks-field">
      {t('weeks.every')}
      <InputNumber
        {...(id === undefined ? {} : { id })}
        min={1}
        max={104}
        precision={0}
        value={value}
        onChange={onChange}
      />
      {t('weeks.weeks', { count: value ?? 2 })}
    </span>
  )
}
