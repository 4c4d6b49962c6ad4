import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DisclosureField } from '../../casework/disclosures/disclosure.ts'

/** Why more is told than the rules have for such a case; nothing where it is not. Field `moreBecause`. */
export function MoreField({ beyond }: { beyond: readonly DisclosureField[] }) {
  const { t } = useTranslation('disclosures')
  if (beyond.length === 0) return null
  return (
    <Form.Item
      name="moreBecause"
      label={t('more.label', { fields: beyond.map((field) => t(`field.${field}`)).join(t('listComma')) })}
      rules={[{ required: true, whitespace: true, min: 2, message: t('more.needed') }]}
    >
      <Input maxLength={2000} />
    </Form.Item>
  )
}
