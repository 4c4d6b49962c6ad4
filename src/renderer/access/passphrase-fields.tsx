import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { room } from '../room/room.ts'
import { PassphraseStrengthMeter } from './passphrase-strength.tsx'

/** A new passphrase typed twice; fills `passphrase` and `passphraseAgain` of the form around it. */
export function PassphraseFields() {
  const { t } = useTranslation('access')
  const typed: unknown = Form.useWatch('passphrase')
  return (
    <>
      <Form.Item
        name="passphrase"
        label={t('passphrase.label')}
        extra={
          <>
            <PassphraseStrengthMeter passphrase={typeof typed === 'string' ? typed : ''} />
            {t('passphrase.advice')}
          </>
        }
        validateTrigger="onBlur"
        rules={[
          { required: true, message: t('passphrase.missing') },
          {
            validator: async (_, value: string | undefined) => {
              if (value === undefined || value === '') return
              const { acceptable } = await room.passphraseStrength(value)
              if (!acceptable) throw new Error(t('passphrase.tooWeak'))
            },
          },
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="passphraseAgain"
        label={t('passphrase.again')}
        dependencies={['passphrase']}
        validateTrigger="onBlur"
        rules={[
          { required: true, message: t('passphrase.againMissing') },
          ({ getFieldValue }) => ({
            validator: async (_, value: string | undefined) => {
              if (value !== undefined && value !== '' && value !== getFieldValue('passphrase'))
                throw new Error(t('passphrase.differs'))
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  )
}
