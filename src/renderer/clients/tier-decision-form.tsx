import { Button, Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { isLower, type Tier, tiers } from '../../tiering/tier.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'
import { TierMark } from './tier-mark.tsx'

interface Decision {
  tier: Tier
  reason: string
}

/** A person's decision, always with a reason; `suggested` is confirmed, without it any tier can be chosen. */
export function TierDecisionForm({
  clientId,
  current,
  suggested,
  onDecided,
  onCancel,
}: {
  clientId: string
  current: Tier | null
  suggested: Tier | null
  onDecided: () => void
  onCancel: () => void
}) {
  const { t } = useTranslation('clients')
  const [form] = Form.useForm<Decision>()
  const chosen = Form.useWatch('tier', form)
  const decide = useCommand((decision: Decision) => room.decideTier({ clientId, ...decision }))
  const choices = suggested === null ? tiers : [suggested]
  const lowers = chosen !== undefined && current !== null && isLower(chosen, current)

  return (
    <Form<Decision>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="tier-decision"
      initialValues={suggested === null ? {} : { tier: suggested }}
      onFinish={(decision) => void decide.run(decision).then((done) => done && onDecided())}
    >
      <Form.Item
        name="tier"
        label={t('decision.tier')}
        rules={[{ required: true, message: t('decision.tierNeeded') }]}
      >
        <Radio.Group
          aria-label={t('decision.tier')}
          vertical
          options={choices.map((tier) => ({ value: tier, label: <TierMark tier={tier} /> }))}
        />
      </Form.Item>
      {lowers && <p className="tier-decision-lowers">{t('decision.lowers')}</p>}
      <Form.Item
        name="reason"
        label={t('decision.reason')}
        extra={t('decision.reasonHint')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('decision.reasonNeeded') }]}
      >
        <Input.TextArea autoFocus rows={4} maxLength={20_000} />
      </Form.Item>
      <FormActions refusal={decide.refusal}>
        <Button type="primary" htmlType="submit" loading={decide.running}>
          {t('decision.submit')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  )
}
