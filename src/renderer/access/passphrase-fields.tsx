import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { room } from '../room/room.ts'
import { PassphraseStrengthMeter } from './passphrase-strength.tsx'
import { PassphraseSuggestion } from './passphrase-suggestion.tsx'

/**
 * A new passphrase typed twice; fills `passphrase` and `passphraseAgain` of the form around it. `known`: names and codes
 * that make a bad one, and `names` the fields of the form that hold more of them.
 */
export function PassphraseFields({
  label,
  known = [],
  names = [],
}: {
  label?: string
  known?: readonly string[]
  names?: readonly string[]
}) {
  const { t } = useTranslation('access')
  const form = Form.useFormInstance()
  const typed: unknown = Form.useWatch('passphrase', form)
  const fields: Record<string, unknown> =
    Form.useWatch((values: Record<string, unknown>) => values, form) ?? {}
  const guessable = [...known, ...names.map((name) => fields[name])].filter(
    (text): text is string => typeof text === 'string' && text.trim() !== '',
  )
  return (
    <>
      <Form.Item
        name="passphrase"
        label={label ?? t('passphrase.label')}
        extra={
          <>
            <PassphraseStrengthMeter passphrase={typeof typed === 'string' ? typed : ''} known={guessable} />
            {t('passphrase.advice')}
          </>
        }
        validateTrigger="onBlur"
        rules={[
          { required: true, message: t('passphrase.missing') },
          {
            validator: async (_, value: string | undefined) => {
              if (value === undefined || value === '') return
              const { acceptable } = await room.passphraseStrength(value, guessable)
              if (!acceptable) throw new Error(t('passphrase.tooWeak'))
            },
          },
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <PassphraseSuggestion
        onTake={(passphrase) => {
          form.setFieldValue('passphrase', passphrase)
          void form.validateFields(['passphrase']).catch(() => undefined)
        }}
      />
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
