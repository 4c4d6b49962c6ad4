import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FollowUp } from '../../casework/follow-ups/follow-up.ts'
import type { Stored } from '../../casework/records/record.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'

/** Cancels a follow-up, with the reason. */
export function CancelForm({
  followUp: { id, revision },
  onSaved,
  onCancel,
}: {
  followUp: Stored<FollowUp>
  onSaved: () => void
  onCancel: () => void
}) {
  const { t } = useTranslation('follow-ups')
  const cancel = useCommand(({ reason }: { reason: string }) => room.cancelFollowUp({ id, revision, reason }))
  return (
    <Form<{ reason: string }>
      name={`cancel-${id}`}
      layout="vertical"
      requiredMark={false}
      className="follow-up-form"
      aria-label={t('cancelling.open')}
      onFinish={(fields) => void cancel.run(fields).then((done) => done && onSaved())}
    >
      <Form.Item
        name="reason"
        label={t('cancelling.reason')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('cancelling.reasonNeeded') }]}
      >
        <Input autoFocus maxLength={500} />
      </Form.Item>
      <FormActions refusal={cancel.refusal}>
        <Button type="primary" htmlType="submit" loading={cancel.running}>
          {t('cancelling.save')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  )
}
