import { Button, Checkbox, Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Consent } from '../../casework/consent.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'
import { ConsentText, currentConsentVersion } from './consent-text.tsx'

type Given = Pick<Consent, 'givenBy' | 'manner' | 'recipient'> & { gone: boolean }

const whoGives = ['self', 'guardian'] as const
const manners = ['written', 'spoken'] as const

/** Records a consent to the wording shown, after it was gone through with the person. */
export function ConsentForm({
  clientId,
  purpose,
  guardianNeeded,
  onRecorded,
  onCancel,
}: {
  clientId: string
  purpose: Consent['purpose']
  /** The client is under 14. */
  guardianNeeded: boolean
  onRecorded: () => void
  onCancel: () => void
}) {
  const { t } = useTranslation('clients')
  const record = useCommand(({ givenBy, manner, recipient }: Given) =>
    room.recordConsent({
      clientId,
      purpose,
      ...(recipient === undefined ? {} : { recipient }),
      textVersion: currentConsentVersion,
      givenBy,
      manner,
    }),
  )
  return (
    <Form<Given>
      layout="vertical"
      requiredMark={false}
      initialValues={{ givenBy: guardianNeeded ? 'guardian' : 'self' }}
      onFinish={(given) => void record.run(given).then((done) => done && onRecorded())}
    >
      <ConsentText purpose={purpose} version={currentConsentVersion} />
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
          options={whoGives.map((value) => ({
            value,
            label: t(`consent.by.${value}`),
            disabled: guardianNeeded && value === 'self',
          }))}
        />
      </Form.Item>
      <Form.Item
        name="manner"
        label={t('consent.manner.label')}
        rules={[{ required: true, message: t('consent.manner.needed') }]}
      >
        <Radio.Group
          aria-label={t('consent.manner.label')}
          options={manners.map((value) => ({ value, label: t(`consent.manner.${value}`) }))}
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
