import { CloseOutlined } from '@ant-design/icons'
import { Button, InputNumber, Slider } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CallFieldProps } from './call-draft.ts'
import { Field } from './field.tsx'

/** A strength from 0 to 100 as the caller put it, by slider or number; "not mentioned" until one is touched. */
export function StrengthField({
  name,
  form,
}: {
  name: 'ideation' | 'hopelessness' | 'distress'
  form: CallFieldProps
}) {
  const { t } = useTranslation('running-call')
  const { t: words } = useTranslation('call-form')
  const value = form.draft[name] ?? null
  const change = (next: number | null) => form.change({ [name]: next })
  return (
    <Field name={name} form={form} width={2} required={form.needOf(name) === 'required'}>
      {(ids) => (
        <div className="call-strength">
          <Slider
            className="call-slider"
            value={value ?? 0}
            tooltip={{ open: false }}
            ariaLabelledByForHandle={ids['aria-labelledby']}
            ariaValueTextFormatterForHandle={(at) => (value === null ? t('notMentioned') : String(at))}
            onChange={change}
            onChangeComplete={change}
          />
          <InputNumber
            {...ids}
            className="call-number"
            controls={false}
            min={0}
            max={100}
            precision={0}
            placeholder="–"
            value={value}
            onChange={change}
          />
          <Button
            type="text"
            size="small"
            disabled={value === null}
            aria-label={t('clearOf', { field: words(`field.${name}`) })}
            icon={<CloseOutlined aria-hidden />}
            onClick={() => change(null)}
          />
        </div>
      )}
    </Field>
  )
}
