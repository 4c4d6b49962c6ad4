import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { Doorway } from '../ui/doorway.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import type { LockedStanding } from './locked-standing.ts'
import { PassphraseFields } from './passphrase-fields.tsx'
import { sheetLength, wordsIn } from './recovery-words.ts'
import { StepButtons } from './step-buttons.tsx'
import { WhoAreYou, whoAtFirst } from './who-are-you.tsx'

interface Fields {
  staffId: string
  words: string
  passphrase: string
}

/** The way in with the recovery sheet: a new passphrase for one person; no record changes. */
export function Recover({
  staff,
  onBack,
  onOpen,
}: {
  staff: LockedStanding['staff']
  onBack: () => void
  onOpen: () => void
}) {
  const { t } = useTranslation('access')
  const recover = useCommand(room.recover)
  const [form] = Form.useForm<Fields>()
  const typed = wordsIn(Form.useWatch('words', form) ?? '').length

  const open = async ({ staffId, words, passphrase }: Fields) => {
    const opened = await recover.run({ words: wordsIn(words), staffId, newPassphrase: passphrase })
    if (opened !== null) onOpen()
  }

  return (
    <Doorway title={t('recover.title')} lead={t('recover.lead')} width="form">
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ staffId: whoAtFirst(staff) }}
        onFinish={(fields) => void open(fields)}
      >
        <WhoAreYou staff={staff} />
        <Form.Item
          name="words"
          label={t('recover.words')}
          extra={t('recover.counted', { typed, all: sheetLength })}
          validateTrigger="onBlur"
          rules={[
            {
              validator: async (_, value: string | undefined) => {
                if (wordsIn(value ?? '').length !== sheetLength)
                  throw new Error(t('recover.wordsMissing', { all: sheetLength }))
              },
            },
          ]}
        >
          <Input.TextArea rows={4} autoComplete="off" spellCheck={false} className="recover-words" />
        </Form.Item>
        <PassphraseFields />
        <div className="lock-refusal">
          <RefusalNotice refusal={recover.refusal} />
        </div>
        <StepButtons next={t('recover.open')} busy={recover.running} onBack={onBack} />
      </Form>
    </Doorway>
  )
}
