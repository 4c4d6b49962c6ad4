import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'

/** A text in Chinese and, if there is one, in English. */
export function LabelFieldset({
  name,
  label,
  hint,
  required = false,
}: {
  name: (string | number)[]
  label: string
  hint?: string
  required?: boolean
}) {
  const { t } = useTranslation('catalogue')
  return (
    <div className="fhir-row">
      <Form.Item
        name={[...name, 'zh']}
        label={t('fhir.inChinese', { label })}
        {...(hint === undefined ? {} : { extra: hint })}
        rules={required ? [{ required: true, whitespace: true, message: t('fhir.needed') }] : []}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name={[...name, 'en']} label={t('fhir.inEnglish', { label })}>
        <Input maxLength={200} />
      </Form.Item>
    </div>
  )
}
