import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'

/** How an informant is related to the client, in their own words; the form's `relation`. */
export function RelationField() {
  const { t } = useTranslation('assessments')
  return (
    <Form.Item
      name="relation"
      label={t('start.relation')}
      extra={t('start.relationHint')}
      rules={[{ required: true, whitespace: true, message: t('start.relationNeeded') }]}
    >
      <Input maxLength={100} autoComplete="off" />
    </Form.Item>
  )
}
