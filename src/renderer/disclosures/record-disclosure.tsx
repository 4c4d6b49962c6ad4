import { Button, Checkbox, Form, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type DisclosureField, disclosureFields } from '../../casework/disclosures/disclosure.ts'
import type { PrivacyRules } from '../../casework/privacy/privacy-rules.ts'
import { useClientOnShow } from '../clients/client-context.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { draftName, useDraft, useDraftWaiting } from '../ui/use-draft.ts'
import { AccountFields } from './account-fields.tsx'
import { type AccountForm, accountOf, toldBy } from './account-of.ts'

type Fields = AccountForm & { what: 'words' | 'file'; fields: DisclosureField[] }

const ways = ['words', 'file'] as const

/** Puts down what was told or handed out of a file: no more of it than the ground allows. */
export function RecordDisclosure({
  rules,
  onRecorded,
}: {
  rules: PrivacyRules['disclosures'] | undefined
  onRecorded: () => void
}) {
  const { t } = useTranslation('disclosures')
  const { file } = useClientOnShow()
  const name = draftName('disclosureNote', file.client.id)
  const waiting = useDraftWaiting(name)
  const [opened, setOpened] = useState<boolean | null>(null)
  if (!(opened ?? waiting)) return <Button onClick={() => setOpened(true)}>{t('record.open')}</Button>
  return (
    <RecordForm
      name={name}
      rules={rules}
      onDone={(recorded) => {
        setOpened(false)
        if (recorded) onRecorded()
      }}
    />
  )
}

function RecordForm({
  name,
  rules,
  onDone,
}: {
  name: string
  rules: PrivacyRules['disclosures'] | undefined
  onDone: (recorded: boolean) => void
}) {
  const { t } = useTranslation('disclosures')
  const { file } = useClientOnShow()
  const [form] = Form.useForm<Fields>()
  const told = Form.useWatch('fields', form) ?? []
  const kept = useDraft(name, form)
  const record = useCommand(({ what, fields, ...account }: Fields) =>
    room.recordDisclosure({ clientId: file.client.id, what, fields, ...accountOf(account) }),
  )
  const save = async (fields: Fields) => {
    if ((await record.run(fields)) === null) return
    await kept.forget()
    onDone(true)
  }
  return (
    <Form<Fields>
      form={form}
      name="disclosure"
      layout="vertical"
      requiredMark={false}
      className="export-form"
      initialValues={{ what: 'words', fields: [] }}
      onValuesChange={({ basis: chosen }: Partial<Fields>) => {
        if (chosen) {
          form.setFieldsValue({
            recipient: chosen === 'clientCopy' ? t('recipient.client') : '',
            fields: [...(rules?.[chosen].fields ?? [])],
          })
          form.setFieldValue('telling', toldBy(chosen))
        }
        kept.changed(null, form.getFieldsValue())
      }}
      onFinish={(fields) => void save(fields)}
    >
      <DraftNotice draft={kept} />
      <p>{t('record.means')}</p>
      <AccountFields file={file} rules={rules} fields={told}>
        <Form.Item name="what" label={t('record.what')}>
          <Radio.Group
            aria-label={t('record.what')}
            options={ways.map((value) => ({ value, label: t(`record.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="fields"
          label={t('record.fields')}
          extra={t('record.fieldsHint')}
          rules={[{ type: 'array', min: 1, message: t('record.fieldsNeeded') }]}
        >
          <Checkbox.Group
            options={disclosureFields.map((value) => ({ value, label: t(`field.${value}`) }))}
          />
        </Form.Item>
      </AccountFields>
      <FormActions refusal={record.refusal}>
        <Button type="primary" htmlType="submit" loading={record.running}>
          {t('record.submit')}
        </Button>
        <Button
          onClick={() => {
            void kept.forget()
            onDone(false)
          }}
        >
          {t('cancel')}
        </Button>
      </FormActions>
    </Form>
  )
}
