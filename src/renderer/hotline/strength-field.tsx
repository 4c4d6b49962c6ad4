import { Button, InputNumber, Slider } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field } from './field.tsx'

/** A strength from 0 to 100 as the caller put it, by slider or number; "not mentioned" until one is touched. */
export function StrengthField({
  label,
  value,
  onChange,
}: {
  label: string
  value: number | null
  onChange: (value: number | null) => void
}) {
  const { t } = useTranslation('hotline')
  return (
    <Field label={label} wide>
      {(ids) => (
        <div className="call-strength">
          <Slider
            className="call-slider"
            value={value ?? 0}
            tooltip={{ open: false }}
            ariaLabelledByForHandle={ids['aria-labelledby']}
            ariaValueTextFormatterForHandle={(at) => (value === null ? t('notMentioned') : String(at))}
            onChange={onChange}
            onChangeComplete={onChange}
          />
          <InputNumber
            {...ids}
            className="call-number"
            min={0}
            max={100}
            precision={0}
            value={value}
            onChange={onChange}
          />
          {value === null ? (
            <span className="call-unsaid">{t('notMentioned')}</span>
          ) : (
            <Button type="text" className="call-unsaid" onClick={() => onChange(null)}>
              {t('makeNotMentioned')}
            </Button>
          )}
        </div>
      )}
    </Field>
  )
}
