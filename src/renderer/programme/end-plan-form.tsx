import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RetestPlan } from '../../casework/assessments/retest-plan.ts'
import type { Stored } from '../../casework/records/record.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'

/** Ends a plan, with the reason. */
export function EndPlanForm({
  plan: { id, revision },
  onEnded,
  onCancel,
}: {
  plan: Stored<RetestPlan>
  onEnded: () => void
  onCancel: () => void
}) {
  const { t } = useTranslation('programme')
  const end = useCommand(({ reason }: { reason: string }) => room.endRetestPlan({ id, revision, reason }))
  return (
    <Form<{ reason: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={(fields) => void end.run(fields).then((done) => done && onEnded())}
    >
      <Form.Item
        name="reason"
        label={t('end.reason')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('end.reasonNeeded') }]}
      >
        <Input autoFocus maxLength={500} />
      </Form.Item>
      <FormActions refusal={end.refusal}>
        <Button htmlType="submit" loading={end.running}>
          {t('end.submit')}
        </Button>
        <Button type="text" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </FormActions>
    </Form>
  )
}
