import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AdoptedRules } from '../../casework/tiers/adopted-rules.ts'
import type { RulesDraft } from '../../room/contract/tier-rules.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'

/** Makes a draft the rules of this room, by name and with a reason. */
export function AdoptRules({
  draft,
  replaces,
  onAdopted,
}: {
  draft: RulesDraft
  replaces: AdoptedRules['replaces']
  onAdopted: () => void
}) {
  const { t } = useTranslation('tiers')
  const adopt = useCommand((because: string) => room.adoptTierRules({ draft, replaces, because }))
  return (
    <Form<{ because: string }>
      layout="vertical"
      requiredMark={false}
      className="adopt-rules"
      onFinish={async ({ because }) => {
        if ((await adopt.run(because)) !== null) onAdopted()
      }}
    >
      <p>{t('adopt.lead')}</p>
      <Form.Item
        name="because"
        label={t('adopt.because')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('adopt.becauseNeeded') }]}
      >
        <Input.TextArea rows={3} maxLength={20_000} />
      </Form.Item>
      <FormActions refusal={adopt.refusal}>
        <Button type="primary" htmlType="submit" loading={adopt.running}>
          {t('adopt.submit')}
        </Button>
      </FormActions>
    </Form>
  )
}
