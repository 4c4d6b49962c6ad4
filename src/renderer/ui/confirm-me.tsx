import { Button, Form, Input, type InputRef } from 'antd'
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import type { Outcome, Refusal } from '../../instruments/outcome.ts'
import { RefusalNotice } from './refusal-notice.tsx'
import './confirm-me.css'

/** Asks for what a command was refused for; true once it may be run again. */
type Confirm = (needed: Refusal) => Promise<boolean>

const ConfirmContext = createContext<Confirm>(async () => false)

/** How a command that needs the passphrase again asks for it. */
export const useConfirmMe = (): Confirm => useContext(ConfirmContext)

interface Asked {
  needed: Refusal
  answer: (confirmed: boolean) => void
}

/**
 * Asks the person signed in for their passphrase when a command inside is refused with PASSPHRASE_NEEDED: somebody else may
 * have sat down here. `confirm` shows that it is them, for the kind of action in the refusal's `at`.
 */
export function ConfirmMe({
  name,
  confirm,
  children,
}: {
  /** Who is signed in. */
  name: string
  confirm: (passphrase: string, action: string) => Promise<Outcome<null>>
  children: ReactNode
}) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const ask = useCallback(
    (needed: Refusal) =>
      new Promise<boolean>((resolve) => {
        const answer = (confirmed: boolean) => {
          setAsked(null)
          resolve(confirmed)
        }
        // One question at a time: what comes meanwhile is asked for again by whoever wants it.
        setAsked((before) => {
          if (before === null) return { needed, answer }
          resolve(false)
          return before
        })
      }),
    [],
  )
  return (
    <ConfirmContext value={ask}>
      {children}
      {asked !== null && <PassphraseDialog asked={asked} name={name} confirm={confirm} />}
    </ConfirmContext>
  )
}

function PassphraseDialog({
  asked: { needed, answer },
  name,
  confirm,
}: {
  asked: Asked
  name: string
  confirm: (passphrase: string, action: string) => Promise<Outcome<null>>
}) {
  const { t } = useTranslation('ui')
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<InputRef>(null)
  const titleId = useId()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [running, setRunning] = useState(false)
  const action = needed.at ?? ''
  const shown = needed.detail?.demoPassphrase
  useEffect(() => {
    dialog.current?.showModal()
    field.current?.focus()
  }, [])

  const submit = async ({ passphrase }: { passphrase: string }) => {
    setRunning(true)
    setRefusal(null)
    const outcome = await confirm(passphrase, action).catch(
      (): Outcome<null> => ({ ok: false, refusal: { code: 'UNEXPECTED' } }),
    )
    setRunning(false)
    if (outcome.ok) return answer(true)
    setRefusal(outcome.refusal)
    field.current?.select()
  }

  return (
    <dialog
      ref={dialog}
      className="confirm-me"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        if (!running) answer(false)
      }}
    >
      <h2 id={titleId}>{t('confirmMe.title', { name })}</h2>
      <p>{t(`confirmMe.why.${action}`)}</p>
      <Form<{ passphrase: string }>
        // Sets its field apart from one of the same name on the page below.
        name="confirm-me"
        layout="vertical"
        requiredMark={false}
        onFinish={(fields) => void submit(fields)}
      >
        <Form.Item
          name="passphrase"
          label={t('confirmMe.passphrase')}
          rules={[{ required: true, message: t('confirmMe.missing') }]}
          extra={shown !== undefined && t('confirmMe.demo', { passphrase: shown })}
        >
          <Input.Password ref={field} autoComplete="off" />
        </Form.Item>
        <RefusalNotice refusal={refusal} />
        <div className="confirm-me-buttons">
          <Button type="primary" htmlType="submit" loading={running}>
            {t('confirmMe.goOn')}
          </Button>
          <Button type="text" disabled={running} onClick={() => answer(false)}>
            {t('confirmMe.notNow')}
          </Button>
        </div>
      </Form>
    </dialog>
  )
}
