import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'

/** Which supervisor from outside agreed, and on what day; fields of a form. */
export function OutsideSupervisor() {
  const { t } = useTranslation('tiers')
  return (
    <>
      <Form.Item
        name="supervisor"
        label={t('outside.name')}
        rules={[{ required: true, whitespace: true, message: t('outside.nameNeeded') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="agreedOn"
        label={t('outside.day')}
        rules={[{ required: true, message: t('outside.dayNeeded') }]}
      >
        <Input type="date" />
      </Form.Item>
    </>
  )
}
