import { Button, Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { isLower, type Tier, tiers } from '../../tiering/tier.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { OutsideSupervisor } from '../tiers/outside-supervisor.tsx'
import { TierBlocks } from '../tiers/tier-blocks.tsx'
import { useNamedBlock } from '../tiers/use-block-texts.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { draftName, useDraft } from '../ui/use-draft.ts'
import { useClientOnShow } from './client-context.ts'
import { TierMark } from './tier-mark.tsx'

interface Decision {
  tier: Tier
  reason: string
  /** A supervisor from outside who agreed to coming down from priority, and when. */
  supervisor?: string
  agreedOn?: string
}

/**
 * A person's decision, always with a reason; `suggested` is confirmed, without it any tier can be chosen. What a supervisor here
 * has to decide goes to them as a proposal.
 */
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
  const { t: tTiers } = useTranslation('tiers')
  const [form] = Form.useForm<Decision>()
  const chosen = Form.useWatch('tier', form)
  const lowered = chosen !== undefined && current !== null && isLower(chosen, current) ? chosen : null
  const choice = useQuery(
    async () => (lowered === null ? null : room.tierChoice({ clientId, tier: lowered })),
    [clientId, lowered],
  ).data
  const proposes = choice?.agreement === 'supervisorHere'
  const decide = useCommand(({ tier, reason, supervisor, agreedOn }: Decision) => {
    if (proposes) return room.proposeTier({ clientId, tier, reason })
    const isOutside = choice?.agreement === 'outside' && supervisor !== undefined && agreedOn !== undefined
    return room.decideTier({
      clientId,
      tier,
      reason,
      ...(isOutside ? { approval: { kind: 'outside', name: supervisor, day: agreedOn } } : {}),
    })
  })
  const named = useNamedBlock(useClientOnShow().shelf)
  const kept = useDraft(draftName('tierDecision', clientId), form)
  const choices = suggested === null ? tiers : [suggested]

  const save = async (decision: Decision) => {
    if ((await decide.run(decision)) === null) return
    await kept.forget()
    onDecided()
  }

  return (
    <Form<Decision>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="tier-decision"
      initialValues={suggested === null ? {} : { tier: suggested }}
      onValuesChange={kept.changed}
      onFinish={(decision) => void save(decision)}
    >
      <DraftNotice draft={kept} />
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
      {choice !== null && <TierBlocks choice={choice} />}
      {choice?.agreement === 'outside' && <OutsideSupervisor />}
      <Form.Item
        name="reason"
        label={t('decision.reason')}
        extra={t('decision.reasonHint')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('decision.reasonNeeded') }]}
      >
        <Input.TextArea autoFocus rows={4} maxLength={20_000} />
      </Form.Item>
      <FormActions refusal={decide.refusal && named(decide.refusal)}>
        <Button type="primary" htmlType="submit" loading={decide.running}>
          {proposes ? tTiers('proposal.submit') : t('decision.submit')}
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
