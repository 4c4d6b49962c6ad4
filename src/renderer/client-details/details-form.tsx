import { Button, Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Client } from '../../casework/clients/client.ts'
import type { Stored } from '../../casework/records/record.ts'
import { ClientFields } from '../clients/client-fields.tsx'
import { type ClientFormValues, draftOf, formValuesOf } from '../clients/client-form-values.ts'
import { answered } from '../room/answered.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { SideBySide } from '../ui/side-by-side.tsx'
import { useConflict } from '../ui/use-conflict.ts'
import { draftName, useDraft } from '../ui/use-draft.ts'
import { useComparedFields } from './use-compared-fields.ts'

/** Corrects what is known of a client. */
export function DetailsForm({
  client,
  onSaved,
  onLeft,
}: {
  client: Stored<Client>
  onSaved: () => void
  onLeft: () => void
}) {
  const { t } = useTranslation('client-details')
  const [form] = Form.useForm<ClientFormValues>()
  /** Where somebody began to write; what is saved meanwhile elsewhere does not slip in behind it. */
  const [begun] = useState(client)
  const kept = useDraft(draftName('clientDetails', client.id), form)
  const fields = useComparedFields()
  const save = useCommand((values: ClientFormValues, revision: number) =>
    room.changeClient({ id: client.id, revision, draft: draftOf(values) }),
  )
  const conflict = useConflict<Client>(
    save.refusal,
    async () => (await answered(room.openClient(client.id))).client,
  )
  const leave = async (after: () => void) => {
    await kept.forget()
    after()
  }
  const submit = async (values: ClientFormValues, revision: number) => {
    if ((await save.run(values, revision)) !== null) await leave(onSaved)
  }
  const { stored } = conflict
  if (stored !== null)
    return (
      <SideBySide<ClientFormValues>
        fields={fields}
        stored={formValuesOf(stored.value)}
        mine={form.getFieldsValue(true)}
        saving={save.running}
        onSettled={(chosen) => {
          conflict.settled()
          void submit(chosen, stored.revision)
        }}
        onLeft={() => void leave(onSaved)}
      />
    )
  return (
    <Form<ClientFormValues>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="details-form"
      initialValues={formValuesOf(begun.value)}
      onValuesChange={kept.changed}
      onFinish={(values) => void submit(values, begun.revision)}
    >
      <DraftNotice draft={kept} />
      <ClientFields />
      <FormActions refusal={save.refusal}>
        <Button type="primary" htmlType="submit" loading={save.running}>
          {t('save')}
        </Button>
        <Button onClick={() => void leave(onLeft)}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  )
}
