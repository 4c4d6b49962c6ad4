import { Button, Form, Input, type InputRef } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { Doorway } from '../ui/doorway.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import type { LockedStanding } from './locked-standing.ts'
import { usePassphraseWait } from './passphrase-wait.ts'
import { WaitNotice } from './wait-notice.tsx'
import { WaitingAtTheDoor } from './waiting-at-the-door.tsx'
import { WhoAreYou, whoAtFirst } from './who-are-you.tsx'

interface Fields {
  staffId: string
  passphrase: string
}

/** Who you are and your passphrase; nothing a client said or is called stands here. */
export function LockScreen({
  standing,
  onRecover,
  onSetUp,
  onOpen,
}: {
  standing: LockedStanding
  onRecover: () => void
  onSetUp: () => void
  onOpen: () => void
}) {
  const { t } = useTranslation('access')
  const passphrase = useRef<InputRef>(null)
  const [form] = Form.useForm<Fields>()
  const { seconds, ask } = usePassphraseWait(Form.useWatch('staffId', form))
  const unlock = useCommand(room.unlock)

  const open = async (fields: Fields) => {
    if ((await unlock.run(fields.staffId, fields.passphrase)) !== null) onOpen()
    else {
      passphrase.current?.select()
      await ask()
      // That the records do not open may show only now; there is a screen of its own for it.
      onOpen()
    }
  }

  return (
    <Doorway title={standing.unit.name} lead={t('lock.lead')}>
      <WaitingAtTheDoor answers={standing.waitingAnswers} clientModeOpen={standing.clientModeOpen} />
      <Form<Fields>
        form={form}
        className="panel"
        layout="vertical"
        requiredMark={false}
        initialValues={{ staffId: whoAtFirst(standing.staff) }}
        onFinish={(fields) => void open(fields)}
      >
        <WhoAreYou staff={standing.staff} onPick={() => passphrase.current?.focus()} />
        <Form.Item
          name="passphrase"
          label={t('lock.passphrase')}
          rules={[{ required: true, message: t('lock.passphraseMissing') }]}
          extra={
            standing.demoPassphrase !== null && t('lock.demoHint', { passphrase: standing.demoPassphrase })
          }
        >
          <Input.Password ref={passphrase} autoFocus={standing.staff.length === 1} autoComplete="off" />
        </Form.Item>
        <div className="lock-refusal">
          {seconds === 0 && <RefusalNotice refusal={unlock.refusal} />}
          <WaitNotice seconds={seconds} />
        </div>
        <div className="step-buttons">
          <Button
            type="primary"
            size="large"
            htmlType="submit"
            loading={unlock.running}
            disabled={seconds > 0}
          >
            {t('lock.open')}
          </Button>
          <Button type="link" onClick={onRecover}>
            {t('lock.forgotten')}
          </Button>
        </div>
      </Form>
      {standing.demoPassphrase !== null && (
        <Button type="link" onClick={onSetUp}>
          {t('lock.setUp')}
        </Button>
      )}
    </Doorway>
  )
}
