import { Button, Form, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Consent, consentManners } from '../../casework/consents/consent.ts'
import { whatWithdrawalStops } from '../../casework/consents/what-withdrawal-stops.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { Withdrawal } from '../../room/contract/consents.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { FormActions } from '../ui/form-actions.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import './withdraw-form.css'

type Fields = Pick<Withdrawal, 'by' | 'manner'>

const takers = ['self', 'guardian'] as const

/** Taking a consent back: what that stops and ends is read first; who says so and how is all that is asked. */
export function WithdrawForm({
  consent: { id, revision, value },
  onWithdrawn,
  onCancel,
}: {
  consent: Stored<Consent>
  onWithdrawn: () => void
  onCancel: () => void
}) {
  const { t } = useTranslation('consents')
  const ends = useQuery(() => room.endsWithConsent(id), [id])
  const withdraw = useCommand((fields: Fields) =>
    room.withdrawConsent({ id, revision, ...fields, because: t('withdraw.endedBecause') }),
  )
  const { stops, lawful } = whatWithdrawalStops(value.purpose)
  const ending = Object.entries(ends.data ?? {}).filter(([, ids]) => ids.length > 0)
  return (
    <Form<Fields>
      name={`withdraw-${id}`}
      className="withdraw-form"
      layout="vertical"
      requiredMark={false}
      initialValues={{ by: value.givenBy === 'guardian' ? 'guardian' : 'self', manner: 'spoken' }}
      onFinish={(fields) => void withdraw.run(fields).then((done) => done && onWithdrawn())}
    >
      <div className="withdraw-means">
        <section>
          <h3>{t('withdraw.stops')}</h3>
          <ul>
            {stops.map((action) => (
              <li key={action}>{t(`action.${action}`)}</li>
            ))}
            {ending.map(([what, ids]) => (
              <li key={what}>{t(`ends.${what}`, { count: ids.length })}</li>
            ))}
          </ul>
        </section>
        <section>
          <h3>{t('withdraw.stays')}</h3>
          <ul>
            {lawful.map((what) => (
              <li key={what}>{t(`lawful.${what}`)}</li>
            ))}
          </ul>
        </section>
      </div>
      <RefusalNotice refusal={ends.failed} />
      <Form.Item name="by" label={t('withdraw.by.label')}>
        <Radio.Group
          aria-label={t('withdraw.by.label')}
          options={takers.map((by) => ({ value: by, label: t(`withdraw.by.${by}`) }))}
        />
      </Form.Item>
      <Form.Item name="manner" label={t('withdraw.manner.label')}>
        <Radio.Group
          aria-label={t('withdraw.manner.label')}
          options={consentManners.map((manner) => ({ value: manner, label: t(`withdraw.manner.${manner}`) }))}
        />
      </Form.Item>
      <FormActions refusal={withdraw.refusal}>
        <Button type="primary" htmlType="submit" loading={withdraw.running} disabled={ends.data === null}>
          {t('withdraw.submit')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  )
}
