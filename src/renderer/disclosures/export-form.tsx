import { Button, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OutgoingFile } from '../../room/contract/exchange.ts'
import { useClientOnShow } from '../clients/client-context.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { draftName, useDraft } from '../ui/use-draft.ts'
import { AccountFields } from './account-fields.tsx'
import { type AccountForm, accountOf, toldBy } from './account-of.ts'

/** Who gets an assessment, on what basis and what for. */
export function ExportForm({
  assessmentId,
  onExported,
  onCancel,
}: {
  assessmentId: string
  onExported: (file: OutgoingFile) => void
  onCancel: () => void
}) {
  const { t } = useTranslation('disclosures')
  const { file } = useClientOnShow()
  const [form] = Form.useForm<AccountForm>()
  const held = useQuery(() => room.disclosures(file.client.id), [file.client.id])
  const kept = useDraft(draftName('disclosure', file.client.id, assessmentId), form)
  const write = useCommand((fields: AccountForm) =>
    room.exportAssessment({ assessmentId, ...accountOf(fields) }),
  )
  const save = async (fields: AccountForm) => {
    const written = await write.run(fields)
    if (written === null) return
    await kept.forget()
    onExported(written.value)
  }
  return (
    <Form<AccountForm>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="export-form"
      onValuesChange={({ basis: chosen }: Partial<AccountForm>) => {
        if (chosen) {
          form.setFieldsValue({ recipient: chosen === 'clientCopy' ? t('recipient.client') : '' })
          form.setFieldValue('telling', toldBy(chosen))
        }
        kept.changed(null, form.getFieldsValue())
      }}
      onFinish={(fields) => void save(fields)}
    >
      <DraftNotice draft={kept} />
      <p>{t('export.means')}</p>
      <AccountFields file={file} rules={held.data?.rules} fields={['name', 'results']} />
      <FormActions refusal={write.refusal ?? held.failed}>
        <Button type="primary" htmlType="submit" loading={write.running}>
          {t('export.submit')}
        </Button>
        <Button
          onClick={() => {
            void kept.forget()
            onCancel()
          }}
        >
          {t('cancel')}
        </Button>
      </FormActions>
    </Form>
  )
}
