import { Checkbox, Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { disclosureFields } from '../../casework/disclosures/disclosure.ts'
import { beyondMinimum } from '../../casework/disclosures/disclosure-blocks.ts'
import type { PrivacyRules } from '../../casework/privacy/privacy-rules.ts'
import { LeaveFields } from '../disclosures/leave-fields.tsx'
import { MoreField } from '../disclosures/more-field.tsx'
import { TellingFields } from '../disclosures/telling-fields.tsx'
import type { StepFields } from './step-entry.ts'

const bases = ['savingLife', 'minorHarm', 'domesticViolence'] as const

/** What was told about the caller without their consent: on what ground, to whom, what for, and no more than that takes. */
export function DisclosedFields({ rules }: { rules: PrivacyRules['disclosures'] }) {
  const { t } = useTranslation('disclosures')
  const form = Form.useFormInstance<StepFields>()
  const basis = Form.useWatch('basis', form) as StepFields['basis'] | undefined
  const fields = (Form.useWatch('fields', form) as StepFields['fields'] | undefined) ?? []
  const rule = basis === undefined ? undefined : rules[basis]
  const beyond = basis === undefined ? [] : beyondMinimum({ basis, fields }, { disclosures: rules })
  return (
    <>
      <Form.Item
        name="basis"
        label={t('basis.label')}
        rules={[{ required: true, message: t('basis.needed') }]}
      >
        <Radio.Group
          vertical
          aria-label={t('basis.label')}
          options={bases.map((value) => ({
            value,
            label: (
              <>
                {t(`basis.${value}.title`)} <span className="quiet">{t(`basis.${value}.hint`)}</span>
              </>
            ),
          }))}
          onChange={({ target }) =>
            form.setFieldValue('fields', [...rules[target.value as StepFields['basis']].fields])
          }
        />
      </Form.Item>
      <Form.Item
        name="recipient"
        label={t('recipient.label')}
        extra={t('recipient.hint')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('recipient.needed') }]}
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="purpose"
        label={t('purpose.label')}
        extra={t('purpose.hint')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('purpose.needed') }]}
      >
        <Input maxLength={2000} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="fields"
        label={t('record.fields')}
        extra={t('record.fieldsHint')}
        rules={[{ type: 'array', min: 1, message: t('record.fieldsNeeded') }]}
      >
        <Checkbox.Group options={disclosureFields.map((value) => ({ value, label: t(`field.${value}`) }))} />
      </Form.Item>
      <MoreField beyond={beyond} />
      <LeaveFields />
      <TellingFields when={rule?.tellClient} />
    </>
  )
}
