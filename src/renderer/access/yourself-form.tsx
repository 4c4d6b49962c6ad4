import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SetUp } from '../../room/contract/access.ts'
import { PassphraseFields } from './passphrase-fields.tsx'
import { StepButtons } from './step-buttons.tsx'

export type YourselfFields = Pick<SetUp, 'staffName' | 'passphrase'> & { passphraseAgain: string }

/** The first person who can sign in. */
export function YourselfForm({
  kind,
  known,
  before,
  onBack,
  onNext,
}: {
  kind: SetUp['kind']
  /** What is known here and makes a bad passphrase. */
  known: readonly string[]
  before: YourselfFields | null
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
      <PassphraseFields known={known} names={['staffName']} />
      <StepButtons next={t('next')} onBack={onBack} />
    </Form>
  )
}
