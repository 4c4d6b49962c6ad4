import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SetUp } from '../../room/contract/access.ts'
import { PassphraseFields } from './passphrase-fields.tsx'
import { StepButtons } from './step-buttons.tsx'

export type YourselfFields = Pick<SetUp, 'staffName' | 'passphrase'> & { passphraseAgain: string }

/** The first person who can sign in. */
export function YourselfForm({
  kind,
  before,
  busy,
  onBack,
  onNext,
}: {
  kind: SetUp['kind']
  before: YourselfFields | null
  busy: boolean
  onBack: () => void
  onNext: (fields: YourselfFields) => void
}) {
  const { t } = useTranslation('access')
  return (
    <Form<YourselfFields>
      layout="vertical"
      requiredMark={false}
      initialValues={before ?? {}}
      onFinish={onNext}
    >
      <Form.Item
        name="staffName"
        label={t('yourself.name')}
        extra={t(`yourself.${kind}NameHelp`)}
        rules={[{ required: true, whitespace: true, message: t('yourself.nameMissing') }]}
      >
        <Input autoFocus maxLength={100} autoComplete="off" />
      </Form.Item>
      <PassphraseFields />
      <StepButtons next={t('next')} busy={busy} onBack={onBack} />
    </Form>
  )
}
