import { Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { referralsInForce } from '../../casework/consents/consent-standing.ts'
import type { DisclosureBasis } from '../../casework/disclosures/disclosure.ts'
import type { ClientFile } from '../../room/contract/clients.ts'

/** Who gets it; for a referral one of those the client agreed to. */
export function RecipientField({ file, basis }: { file: ClientFile; basis: DisclosureBasis | undefined }) {
  const { t } = useTranslation('disclosures')
  const agreed = referralsInForce(file.consents).flatMap(({ value }) => value.recipient ?? [])
  if (basis === 'consentedReferral' && agreed.length === 0)
    return (
      <p className="export-consent" role="status">
        {t('recipient.noConsent')}{' '}
        <Link to={`/clients/${file.client.id}/consent`}>{t('recipient.recordConsent')}</Link>
      </p>
    )
  return (
    <Form.Item
      name="recipient"
      label={t('recipient.label')}
      {...(basis === 'consentedReferral' ? { extra: t('recipient.agreed') } : { extra: t('recipient.hint') })}
      rules={[{ required: true, whitespace: true, min: 2, message: t('recipient.needed') }]}
    >
      {basis === 'consentedReferral' ? (
        <Radio.Group
          aria-label={t('recipient.label')}
          options={agreed.map((recipient) => ({ value: recipient, label: recipient }))}
        />
      ) : (
        <Input maxLength={200} />
      )}
    </Form.Item>
  )
}
