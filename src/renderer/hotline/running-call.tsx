import { Alert, Button, ConfigProvider, Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { missingFromCall } from '../../casework/call-requirements.ts'
import type { HotlineCall } from '../../casework/hotline-call.ts'
import type { Stored } from '../../casework/record.ts'
import { holdIdleLock } from '../app/idle-lock.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { ActionsField } from './actions-field.tsx'
import { CallClock } from './call-clock.tsx'
import { type CallDraft, draftOf, entryOf } from './call-draft.ts'
import { CallGuide } from './call-guide.tsx'
import { CallerFields, CallTypeFields } from './caller-fields.tsx'
import { DangerFields } from './danger-fields.tsx'
import { EndingFields } from './ending-fields.tsx'
import { Field } from './field.tsx'
import { ResponseFields } from './response-fields.tsx'
import { StrengthField } from './strength-field.tsx'
import { useCallSaving } from './use-call-saving.ts'
import './running-call.css'

const compact = { token: { controlHeight: 32, controlPaddingHorizontal: 10 } }

/** The call going on: one page in the order of the talk, saved as it is filled in. */
export function RunningCall({ call, onEnded }: { call: Stored<HotlineCall>; onEnded: () => void }) {
  const { t } = useTranslation('hotline')
  const { exactTime } = useFormatTime()
  const saving = useCallSaving(call)
  const [draft, setDraft] = useState(() => draftOf(call.value))
  const [ending, setEnding] = useState(false)
  const [triedToEnd, setTriedToEnd] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => holdIdleLock(), [])

  const change = (patch: Partial<CallDraft>) => {
    const next = { ...draft, ...patch }
    setDraft(next)
    saving.change(entryOf(next))
  }

  const end = async () => {
    setEnding(true)
    const ended = await saving.end(entryOf(draft))
    setEnding(false)
    if (ended !== null) return onEnded()
    setTriedToEnd(true)
  }

  const incomplete = saving.refusal?.code === 'CALL_INCOMPLETE'
  const missing = triedToEnd ? missingFromCall(entryOf(draft)) : []
  useEffect(() => {
    if (incomplete) form.current?.querySelector<HTMLElement>('.call-field-missing input')?.focus()
  }, [incomplete])
  const field = { draft, change, missing }

  return (
    <Page
      title={
        <>
          {t('call.running')} <CallClock startedAt={call.value.startedAt} />
        </>
      }
      actions={
        saving.savedAt !== null && (
          <span className="call-hint">{t('call.savedAt', { time: exactTime(saving.savedAt) })}</span>
        )
      }
    >
      {missing.length > 0 && (
        <Alert
          role="alert"
          type="warning"
          showIcon
          title={t('stillMissing', {
            fields: missing.map((name) => t(`field.${name}`)).join(t('listComma')),
          })}
        />
      )}
      {!incomplete && (
        <RefusalNotice
          refusal={saving.refusal}
          action={<Button onClick={saving.again}>{t('call.saveAgain')}</Button>}
        />
      )}
      <div className="call">
        <ConfigProvider theme={compact}>
          <form className="panel call-form" ref={form} aria-label={t('call.form')}>
            <CallTypeFields {...field} />
            <CallerFields {...field} />
            <div className="call-row">
              <Field label={t('field.concern')} wide>
                {(ids) => (
                  <Input.TextArea
                    {...ids}
                    rows={3}
                    maxLength={20_000}
                    placeholder={t('concernPlaceholder')}
                    value={draft.concern}
                    onChange={({ target }) => change({ concern: target.value })}
                  />
                )}
              </Field>
            </div>
            <DangerFields {...field} />
            <div className="call-row">
              <StrengthField
                label={t('field.ideation')}
                value={draft.ideation}
                onChange={(ideation) => change({ ideation })}
              />
              <StrengthField
                label={t('field.hopelessness')}
                value={draft.hopelessness}
                onChange={(hopelessness) => change({ hopelessness })}
              />
            </div>
            <ResponseFields {...field} />
            <ActionsField {...field} />
            <EndingFields {...field} />
            <div className="call-end">
              <span className="call-hint">{t('requiredMark')}</span>
              <Button type="primary" size="large" loading={ending} onClick={end}>
                {t('call.end')}
              </Button>
            </div>
          </form>
        </ConfigProvider>
        <CallGuide />
      </div>
    </Page>
  )
}
