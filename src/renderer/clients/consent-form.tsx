import { Button, Checkbox, Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type Consent, consentManners } from '../../casework/consents/consent.ts'
import { readerFor, whoConsents } from '../../casework/consents/who-consents.ts'
import type { PrivacyRules } from '../../casework/privacy/privacy-rules.ts'
import type { ClientFile } from '../../room/contract/clients.ts'
import { GuardianFields } from '../consents/guardian-fields.tsx'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'
import { ConsentText } from './consent-text.tsx'
import { consentTexts } from './consent-texts.ts'

type Given = Pick<Consent, 'givenBy' | 'guardian' | 'manner' | 'recipient'> & { gone: boolean }

/** Records a consent to the wording shown, after it was gone through with the person. */
export function ConsentForm({
  file: { client, age },
  purpose,
  from14to17,
  onRecorded,
  onCancel,
}: {
  file: Pick<ClientFile, 'client' | 'age'>
  purpose: Consent['purpose']
  /** Who agrees between 14 and 18, as the room decided. */
  from14to17: PrivacyRules['from14to17']
  onRecorded: () => void
  onCancel: () => void
}) {
  const { t } = useTranslation('clients')
  const [form] = Form.useForm<Given>()
  const givers = whoConsents({ age, rules: { from14to17 } })
  const givenBy = Form.useWatch('givenBy', form) ?? givers[0]
  const reader = age === null && givenBy === 'guardian' ? 'guardian' : readerFor(age)
  const known = client.value.guardian
  const record = useCommand(({ givenBy, guardian, manner, recipient }: Given) =>
    room.recordConsent({
      clientId: client.id,
      purpose,
      ...(recipient === undefined ? {} : { recipient }),
      textVersion: consentTexts.current,
      textFor: reader,
      givenBy,
      ...(guardian === undefined ? {} : { guardian }),
      manner,
    }),
  )
  return (
    <Form<Given>
      form={form}
      name={`consent-${purpose}`}
      layout="vertical"
      requiredMark={false}
      initialValues={{
        givenBy: givers[0],
        ...(known === undefined
          ? {}
          : { guardian: { name: known.name, as: age !== null && age >= 18 ? 'ofAdult' : known.relation } }),
      }}
      onFinish={(given) => void record.run(given).then((done) => done && onRecorded())}
    >
      <ConsentText purpose={purpose} reader={reader} version={consentTexts.current} />
      <p>
        <Link to={`/clients/${client.id}/consent/${purpose}/print`}>{t('consent.print')}</Link>
      </p>
      {purpose === 'referral' && (
        <Form.Item
          name="recipient"
          label={t('consent.recipient.label')}
          extra={t('consent.recipient.hint')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('consent.recipient.needed') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      )}
      <Form.Item
        name="givenBy"
        label={t('consent.by.label')}
        rules={[{ required: true, message: t('consent.by.needed') }]}
      >
        <Radio.Group
          aria-label={t('consent.by.label')}
          options={givers.map((value) => ({ value, label: t(`consent.by.${value}`) }))}
        />
      </Form.Item>
      {givenBy !== 'self' && <GuardianFields age={age} />}
      <Form.Item
        name="manner"
        label={t('consent.manner.label')}
        rules={[{ required: true, message: t('consent.manner.needed') }]}
      >
        <Radio.Group
          aria-label={t('consent.manner.label')}
          options={consentManners.map((value) => ({ value, label: t(`consent.manner.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="gone"
        valuePropName="checked"
        rules={[
          {
            validator: async (_, gone: boolean) => {
              if (!gone) throw new Error(t('consent.goneNeeded'))
            },
          },
        ]}
      >
        <Checkbox>{t('consent.gone')}</Checkbox>
      </Form.Item>
      <FormActions refusal={record.refusal}>
        <Button type="primary" htmlType="submit" loading={record.running}>
          {t('consent.save')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  )
}
