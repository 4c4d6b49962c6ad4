import { Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PrivacyRules } from '../../casework/privacy/privacy-rules.ts'

const states = ['told', 'notYet', 'notTold'] as const

/** Whether the client knows, and why not if they do not. Fields `telling` and `tellingNote`. */
export function TellingFields({
  when,
}: {
  /** When the rules of the room want the client told. */
  when: PrivacyRules['disclosures'][keyof PrivacyRules['disclosures']]['tellClient'] | undefined
}) {
  const { t } = useTranslation('disclosures')
  const form = Form.useFormInstance()
  const telling = Form.useWatch('telling', form)
  return (
    <>
      <Form.Item
        name="telling"
        label={t('telling.label')}
        {...(when === undefined ? {} : { extra: t(`telling.when.${when}`) })}
        rules={[{ required: true, message: t('telling.needed') }]}
      >
        <Radio.Group
          aria-label={t('telling.label')}
          options={states.map((value) => ({ value, label: t(`telling.${value}`) }))}
        />
      </Form.Item>
      {(telling === 'notYet' || telling === 'notTold') && (
        <Form.Item
          name="tellingNote"
          label={t('telling.because')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('telling.becauseNeeded') }]}
        >
          <Input maxLength={2000} />
        </Form.Item>
      )}
    </>
  )
}
