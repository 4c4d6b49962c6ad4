import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Stored } from '../../casework/records/record.ts'
import type { Referral } from '../../casework/referrals/referral.ts'
import type { ReferralEvent } from '../../room/contract/referrals.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'

interface Fields {
  who?: string
  text?: string
}

const eventOf = (kind: ReferralEvent['kind'], { who = '', text = '' }: Fields): ReferralEvent => {
  switch (kind) {
    case 'accepted':
      return { kind, person: who }
    case 'feedback':
      return { kind, from: who, advice: text }
    case 'seen':
    case 'reminded':
      return { kind, note: text }
    case 'returned':
      return { kind, next: text }
    default:
      return { kind, because: text }
  }
}

const asksWho: readonly ReferralEvent['kind'][] = ['accepted', 'feedback']
const textMayBeEmpty: readonly ReferralEvent['kind'][] = ['seen', 'reminded']

/** Notes one thing that happened in a referral. */
export function EventForm({
  kind,
  referral: { id, revision },
  onSaved,
  onCancel,
}: {
  kind: ReferralEvent['kind']
  referral: Stored<Referral>
  onSaved: () => void
  onCancel: () => void
}) {
  const { t } = useTranslation('referrals')
  const note = useCommand((fields: Fields) =>
    room.noteReferral({ id, revision, event: eventOf(kind, fields) }),
  )
  return (
    <Form<Fields>
      layout="vertical"
      requiredMark={false}
      className="referral-form"
      aria-label={t(`act.${kind}`)}
      onFinish={(fields) => void note.run(fields).then((done) => done && onSaved())}
    >
      <h3>{t(`act.${kind}`)}</h3>
      {asksWho.includes(kind) && (
        <Form.Item
          name="who"
          label={t(`event.${kind}.who`)}
          rules={[{ required: true, whitespace: true, message: t('event.whoNeeded') }]}
        >
          <Input autoFocus maxLength={100} />
        </Form.Item>
      )}
      {kind !== 'accepted' && (
        <Form.Item
          name="text"
          label={t(`event.${kind}.text`)}
          rules={
            textMayBeEmpty.includes(kind)
              ? []
              : [{ required: true, whitespace: true, min: 2, message: t('event.textNeeded') }]
          }
        >
          <Input.TextArea rows={2} maxLength={4000} />
        </Form.Item>
      )}
      <FormActions refusal={note.refusal}>
        <Button type="primary" htmlType="submit" loading={note.running}>
          {t('event.save')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  )
}
