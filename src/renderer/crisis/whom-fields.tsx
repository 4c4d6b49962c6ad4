import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'

/** Which supervisor it is: the one at work here, or one outside by name and day. */
export function WhomFields({ here, hint }: { here: boolean; hint: string }) {
  const { t } = useTranslation('crisis')
  if (here) return <p>{t('field.whomHere')}</p>
  return (
    <>
      <p>{hint}</p>
      <Form.Item
        name="name"
        label={t('field.name')}
        rules={[{ required: true, whitespace: true, message: t('field.nameNeeded') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="day"
        label={t('field.day')}
        rules={[{ required: true, message: t('field.dayNeeded') }]}
      >
        <Input type="date" />
      </Form.Item>
    </>
  )
}
