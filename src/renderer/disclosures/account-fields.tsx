import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DisclosureField } from '../../casework/disclosures/disclosure.ts'
import { beyondMinimum } from '../../casework/disclosures/disclosure-blocks.ts'
import type { PrivacyRules } from '../../casework/privacy/privacy-rules.ts'
import type { ClientFile } from '../../room/contract/clients.ts'
import type { AccountForm } from './account-of.ts'
import { BasisField } from './basis-field.tsx'
import { LeaveFields } from './leave-fields.tsx'
import { MoreField } from './more-field.tsx'
import { RecipientField } from './recipient-field.tsx'
import { TellingFields } from './telling-fields.tsx'
import './account-fields.css'

/** On what ground, to whom, what for, by whose leave, and what the client knows of it. */
export function AccountFields({
  file,
  rules,
  fields,
  children,
}: {
  file: ClientFile
  rules: PrivacyRules['disclosures'] | undefined
  /** What is told. */
  fields: DisclosureField[]
  children?: ReactNode
}) {
  const { t } = useTranslation('disclosures')
  const form = Form.useFormInstance<AccountForm>()
  const basis = Form.useWatch('basis', form)
  const rule = basis === undefined ? undefined : rules?.[basis]
  const beyond =
    basis === undefined || rules === undefined ? [] : beyondMinimum({ basis, fields }, { disclosures: rules })
  return (
    <>
      <BasisField />
      <RecipientField file={file} basis={basis} />
      <Form.Item
        name="purpose"
        label={t('purpose.label')}
        extra={t('purpose.hint')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('purpose.needed') }]}
      >
        <Input maxLength={2000} />
      </Form.Item>
      {children}
      <MoreField beyond={beyond} />
      <LeaveFields />
      <TellingFields when={rule?.tellClient} />
    </>
  )
}
