import { Button, ConfigProvider } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callActions } from '../../casework/hotline/call-actions.ts'
import { tellsOfDanger } from '../../casework/hotline/call-danger.ts'
import type { CallField } from '../../casework/hotline/call-fields.ts'
import type { FormField } from '../../casework/hotline/call-forms.ts'
import type { CallGuide as Guide } from '../../casework/hotline/call-guide.ts'
import { levelSuggestion } from '../../casework/hotline/call-level-suggestion.ts'
import { callForm, formNameOf, missingInCall } from '../../casework/hotline/call-missing.ts'
import type { CallRules } from '../../casework/hotline/call-rules.ts'
import { callStepsOf } from '../../casework/hotline/call-step.ts'
import type { HotlineCall } from '../../casework/hotline/hotline-call.ts'
import type { QuickDial } from '../../casework/hotline/quick-dial.ts'
import type { Refusal } from '../../instruments/outcome.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { type ActedEntry, ActionsField, begunAction } from './actions-field.tsx'
import { AlarmButton } from './alarm-button.tsx'
import { CallClock } from './call-clock.tsx'
import { type CallDraft, callOf } from './call-draft.ts'
import { CallForm } from './call-form.tsx'
import { CallGuide } from './call-guide.tsx'
import { callKeys, useCallKeys } from './call-keys.ts'
import { FollowUpField } from './follow-up-field.tsx'
import { MissingNotice } from './missing-notice.tsx'
import { RescueCardView } from './rescue-card-view.tsx'
import { ResponseFields } from './response-fields.tsx'
import './call-desk.css'

const compact = { token: { controlHeight: 32, controlPaddingHorizontal: 10 } }

/** What is done during a call besides filling in its form. */
export type DeskStep = ActedEntry | { kind: 'escalated'; because: string }

const aboutDanger: readonly CallField[] = ['danger', 'ideation', 'hopelessness', 'distress']

/** What danger calls for besides a form's own fields stands where danger is spoken of, not at the end of the talk. */
function inTalkOrder(asked: readonly FormField[], own: readonly FormField[]): FormField[] {
  const added = asked.filter(({ field }) => !own.some((one) => one.field === field))
  const rest = asked.filter((one) => !added.includes(one))
  const place = rest.findLastIndex(({ field }) => aboutDanger.includes(field)) + 1
  return [...rest.slice(0, place), ...added, ...rest.slice(place)]
}

/** A call while it is spoken: the form in the order of the talk, and beside it what helps; it knows of no room, so that it serves for practice too. */
export function CallDesk({
  call,
  draft,
  change,
  rules,
  guide,
  dial,
  unit,
  number = null,
  staffNames,
  take,
  taking,
  refusal,
  end,
  ending,
  endTried,
  status,
  notices,
  beside,
}: {
  /** The call as it is kept. */
  call: HotlineCall
  draft: CallDraft
  change: (patch: Partial<CallDraft>) => void
  rules: Pick<CallRules, 'forms' | 'response' | 'crisis'>
  guide: Guide
  dial: QuickDial
  /** Its name, for whoever reads the rescue card out. */
  unit: string
  /** The one the caller can be reached on, once it was shown to whoever is at work. */
  number?: string | null
  staffNames: Readonly<Record<string, string>>
  take: (step: DeskStep) => void
  taking: boolean
  /** Why the last step was not taken. */
  refusal: Refusal | null
  end: () => void
  ending: boolean
  /** From then on what is missing is shown. */
  endTried: boolean
  /** Beside the clock: whether all is saved. */
  status?: ReactNode
  /** Above the form. */
  notices?: ReactNode
  /** Above the guide: what is known of the caller. */
  beside?: ReactNode
}) {
  const { t } = useTranslation('running-call')
  const { time } = useFormatTime()
  const [rescue, setRescue] = useState(false)
  const desk = useRef<HTMLDivElement>(null)
  useCallKeys(desk)
  const now = callOf(call, draft)
  const asked = inTalkOrder(callForm(now, rules), rules.forms.forms[formNameOf(now)])
  const actions = callActions(now)
  const missing = endTried ? missingInCall(now, rules) : []
  const escalated = callStepsOf(call.steps ?? [], 'escalated').at(-1)
  const agreed = draft.answers.callBack?.answer === 'agreed'
  const form = {
    draft,
    change,
    missing,
    needOf: (name: string) => asked.find(({ field }) => field === name)?.need ?? 'offered',
  }

  // Whoever took the call has a hand on the keys and none to spare.
  useEffect(() => desk.current?.querySelector<HTMLElement>('.call-form input')?.focus(), [])
  const firstMissing = endTried && missing.length > 0
  useEffect(() => {
    if (firstMissing)
      desk.current?.querySelector<HTMLElement>('.call-field-missing :is(input, textarea)')?.focus()
  }, [firstMissing])

  return (
    <div className="call-desk" ref={desk}>
      <header className="call-head">
        <h1 className="page-title">
          <span className="call-on-line" aria-hidden>
            ●
          </span>{' '}
          {t('running')} <CallClock startedAt={call.startedAt} />
        </h1>
        <p className="call-hint">
          {[call.seat === undefined ? '' : t('seat', { seat: call.seat }), call.number ?? '']
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
        <span className="call-status">{status}</span>
        <Button
          aria-keyshortcuts={`Alt+${callKeys.rescue}`}
          data-key={callKeys.rescue}
          onClick={() => setRescue(true)}
        >
          {t('rescue.open')}
        </Button>
        <AlarmButton
          sentAt={escalated === undefined ? null : time(escalated.at)}
          onAlarm={(because) => take({ kind: 'escalated', because })}
        />
        <Button
          type="primary"
          aria-keyshortcuts={`Alt+${callKeys.end}`}
          data-key={callKeys.end}
          loading={ending}
          onClick={end}
        >
          {t('end')}
        </Button>
      </header>
      {notices}
      {missing.length > 0 && <MissingNotice {...form} />}
      <div className="call">
        <ConfigProvider theme={compact}>
          <form
            className="panel call-form"
            autoComplete="off"
            aria-label={t('form')}
            onSubmit={(event) => event.preventDefault()}
          >
            <CallForm
              {...form}
              asked={asked}
              level={
                <>
                  <ResponseFields {...form} suggestion={levelSuggestion(now, rules.response)} />
                  <ActionsField
                    {...form}
                    actions={actions}
                    staffNames={staffNames}
                    refusal={refusal}
                    taking={taking}
                    onAct={take}
                  />
                </>
              }
              followUp={
                <FollowUpField {...form} chain={agreed && tellsOfDanger(now) ? rules.crisis.followUps : []} />
              }
            />
          </form>
        </ConfigProvider>
        <aside className="call-guide" aria-label={t('guide.label')}>
          {beside}
          <CallGuide
            guide={guide}
            dial={dial}
            form={formNameOf(now)}
            steps={draft.sixSteps}
            openingSaid={draft.answers.opening?.answer === 'said'}
            onSteps={(sixSteps) => change({ sixSteps })}
            onDial={(what) => change({ acting: begunAction(what, actions) })}
          />
          <p className="call-small">{t('keys.lead')}</p>
        </aside>
      </div>
      {rescue && <RescueCardView call={now} unit={unit} number={number} onClose={() => setRescue(false)} />}
    </div>
  )
}
