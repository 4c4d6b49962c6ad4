import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Stored } from '../../casework/records/record.ts'
import type { TierProposal } from '../../casework/tiers/tier-proposal.ts'
import { TierMark } from '../clients/tier-mark.tsx'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import './open-proposal.css'

/** A counsellor's wish to lower the tier, until a supervisor decides or declines, or whoever had it takes it back. */
export function OpenProposal({
  proposal: { id, revision, value },
  staffNames,
  onDecide,
  onAnswered,
}: {
  proposal: Stored<TierProposal>
  staffNames: Record<string, string>
  onDecide: () => void
  onAnswered: () => void
}) {
  const { t } = useTranslation('tiers')
  const { dayTime } = useFormatTime()
  const { me } = useSession()
  const [declining, setDeclining] = useState(false)
  const decline = useCommand((because: string) => room.declineTierProposal({ id, revision, because }))
  const withdraw = useCommand(() => room.withdrawTierProposal({ id, revision }))
  const isSupervisor = me.roles.includes('supervisor')
  return (
    <section className="open-proposal" aria-label={t('proposal.title')}>
      <h3>{t('proposal.title')}</h3>
      <p>
        {t('proposal.line', {
          who: staffNames[value.proposedBy] ?? t('somebody'),
          at: dayTime(value.proposedAt),
        })}{' '}
        <TierMark tier={value.tier} />
      </p>
      <blockquote className="tier-card-reason">{value.reason}</blockquote>
      {declining ? (
        <Form<{ because: string }>
          layout="vertical"
          requiredMark={false}
          onFinish={async ({ because }) => {
            if ((await decline.run(because)) !== null) onAnswered()
          }}
        >
          <Form.Item
            name="because"
            label={t('proposal.because')}
            rules={[{ required: true, whitespace: true, min: 2, message: t('proposal.becauseNeeded') }]}
          >
            <Input.TextArea autoFocus rows={3} maxLength={20_000} />
          </Form.Item>
          <FormActions refusal={decline.refusal}>
            <Button type="primary" htmlType="submit" loading={decline.running}>
              {t('proposal.declineNow')}
            </Button>
            <Button onClick={() => setDeclining(false)}>{t('cancel')}</Button>
          </FormActions>
        </Form>
      ) : (
        <div className="open-proposal-actions">
          {isSupervisor && (
            <>
              <Button type="primary" onClick={onDecide}>
                {t('proposal.decide')}
              </Button>
              <Button onClick={() => setDeclining(true)}>{t('proposal.decline')}</Button>
            </>
          )}
          {value.proposedBy === me.id && (
            <Button
              loading={withdraw.running}
              onClick={() => void withdraw.run().then((taken) => taken !== null && onAnswered())}
            >
              {t('proposal.withdraw')}
            </Button>
          )}
        </div>
      )}
      <RefusalNotice refusal={withdraw.refusal} />
    </section>
  )
}
