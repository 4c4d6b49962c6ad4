import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { consentFor } from '../../casework/consents/consent-needed.ts'
import { dayOf } from '../../tiering/calendar.ts'
import { useClientOnShow } from '../clients/client-context.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { draftName, useDraft } from '../ui/use-draft.ts'

interface Fields {
  due: string
  note: string
}

/** Plans a follow-up for a reason of one's own; the client has agreed to be contacted. */
export function PlanForm({
  clientId,
  onSaved,
  onCancel,
}: {
  clientId: string
  onSaved: () => void
  onCancel: () => void
}) {
  const { t } = useTranslation('follow-ups')
  const { file } = useClientOnShow()
  const [form] = Form.useForm<Fields>()
  const kept = useDraft(draftName('followUpPlan', clientId), form)
  const plan = useCommand((fields: Fields) => room.planFollowUp({ clientId, ...fields }))
  const agreed = consentFor('contactClient', file.client.value, file.consents)
  const submit = async (fields: Fields) => {
    if ((await plan.run(fields)) === null) return
    await kept.forget()
    onSaved()
  }
  return (
    <Form<Fields>
      form={form}
      name="follow-up-plan"
      layout="vertical"
      requiredMark={false}
      className="follow-up-form"
      aria-label={t('form.open')}
      onValuesChange={kept.changed}
      onFinish={(fields) => void submit(fields)}
    >
      <DraftNotice draft={kept} />
      {!agreed.ok && (
        <p className="follow-ups-warning" role="status">
          {t('form.noConsent')} <Link to={`/clients/${clientId}/consent`}>{t('form.recordConsent')}</Link>
        </p>
      )}
      <Form.Item name="due" label={t('form.due')} rules={[{ required: true, message: t('form.dueNeeded') }]}>
        <Input type="date" min={dayOf(new Date().toISOString())} />
      </Form.Item>
      <Form.Item
        name="note"
        label={t('form.note')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('form.noteNeeded') }]}
      >
        <Input maxLength={500} />
      </Form.Item>
      <FormActions refusal={plan.refusal}>
        <Button type="primary" htmlType="submit" loading={plan.running}>
          {t('form.save')}
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
