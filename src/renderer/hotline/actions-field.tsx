import { Button, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { outward, type StandingCallAction } from '../../casework/hotline/call-actions.ts'
import { actionKinds, type CallStep } from '../../casework/hotline/call-step.ts'
import type { Refusal } from '../../instruments/outcome.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import type { ActingDraft, CallFieldProps } from './call-draft.ts'
import { Field } from './field.tsx'

type Acted = Extract<CallStep, { kind: 'acted' }>

/** A step as it is entered; who takes it and when is said by whoever keeps it. */
export type ActedEntry = Omit<Acted, 'by' | 'at'>

/** An action that was only chosen, to be said more of. */
export const begunAction = (what: Acted['what'], actions: readonly StandingCallAction[]): ActingDraft => ({
  action: actions.length + 1,
  what,
  state: 'intended',
  note: '',
  person: '',
  result: '',
  ground: 'callerAgreed',
})

const nextOf = { intended: 'done', done: 'verified', verified: null } as const

const asksWhom = ({ what, state }: ActingDraft): boolean => outward.includes(what) && state !== 'intended'

/** What is kept of an action being entered. */
const stepOf = (acting: ActingDraft): ActedEntry => {
  const { action, what, state, note, person, result, ground } = acting
  const linkage = asksWhom(acting)
    ? { linkage: { person: person.trim(), result: result.trim(), ground } }
    : {}
  return { kind: 'acted', action, what, state, note, ...linkage }
}

/** What is done for the caller, each with how far it has come, whom it reached and what came of it. */
export function ActionsField({
  actions,
  staffNames,
  refusal,
  taking,
  onAct,
  ...form
}: CallFieldProps & {
  actions: readonly StandingCallAction[]
  staffNames: Readonly<Record<string, string>>
  refusal: Refusal | null
  taking: boolean
  onAct: (step: ActedEntry) => void
}) {
  const { t } = useTranslation('running-call')
  const { t: words } = useTranslation('call-form')
  const { time } = useFormatTime()
  const { acting } = form.draft
  return (
    <>
      <Field name="actions" form={form} width={6} told={t('missing.actions')}>
        {(ids) => (
          <div className="call-question">
            <Select<Acted['what'] | null>
              {...ids}
              className="call-add-action"
              value={null}
              placeholder={t('actions.add')}
              options={actionKinds.map((value) => ({ value, label: words(`action.${value}`) }))}
              onChange={(what) => {
                if (what !== null) form.change({ acting: begunAction(what, actions) })
              }}
            />
            {actions.length === 0 && acting === null && <p className="call-hint">{t('actions.hint')}</p>}
          </div>
        )}
      </Field>
      {actions.length > 0 && (
        <ul className="call-actions" aria-label={t('actions.list')}>
          {actions.map((known) => {
            const next = nextOf[known.state]
            return (
              <li key={known.action} className="call-action">
                <strong>{words(`action.${known.what}`)}</strong>
                <span className={`call-state call-state-${known.state}`}>
                  {words(`actionState.${known.state}`)}
                </span>
                <span className="call-action-when">
                  {t('actions.line', { at: time(known.at), who: staffNames[known.by] ?? '' })}
                </span>
                <span className="call-action-said">
                  {[
                    ...(known.linkage === undefined ? [] : [t('actions.linked', { ...known.linkage })]),
                    known.note,
                  ]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </span>
                {next !== null && (
                  <Button
                    size="small"
                    aria-label={t('actions.advance', {
                      action: words(`action.${known.what}`),
                      step: t(`actions.${next}`),
                    })}
                    onClick={() =>
                      form.change({
                        acting: {
                          ...begunAction(known.what, actions),
                          ...known.linkage,
                          action: known.action,
                          state: next,
                        },
                      })
                    }
                  >
                    {t(`actions.${next}`)}
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      )}
      {acting !== null && (
        <Acting
          // Another action begins with the focus on it again.
          key={acting.action}
          acting={acting}
          isNew={actions.every(({ action }) => action !== acting.action)}
          refusal={refusal}
          taking={taking}
          put={(patch) => form.change({ acting: { ...acting, ...patch } })}
          onKeep={() => onAct(stepOf(acting))}
          onCancel={() => form.change({ acting: null })}
        />
      )}
    </>
  )
}

function Acting({
  acting,
  isNew,
  refusal,
  taking,
  put,
  onKeep,
  onCancel,
}: {
  acting: ActingDraft
  isNew: boolean
  refusal: Refusal | null
  taking: boolean
  put: (patch: Partial<ActingDraft>) => void
  onKeep: () => void
  onCancel: () => void
}) {
  const { t } = useTranslation('running-call')
  const { t: words } = useTranslation('call-form')
  const action = words(`action.${acting.what}`)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in this grid in all browsers
    <div role="group" className="call-acting" aria-label={t('actions.entry')}>
      <div className="call-question">
        <strong>{action}</strong>
        <Radio.Group
          aria-label={t('actions.state', { action })}
          optionType="button"
          value={acting.state}
          options={(isNew ? (['intended', 'done'] as const) : [acting.state]).map((value) => ({
            value,
            label: words(`actionState.${value}`),
          }))}
          onChange={({ target }) => put({ state: target.value })}
        />
        <Input
          aria-label={t('actions.note')}
          className="call-said"
          placeholder={t('actions.note')}
          autoComplete="off"
          autoFocus
          maxLength={2000}
          value={acting.note}
          onPressEnter={onKeep}
          onChange={({ target }) => put({ note: target.value })}
        />
      </div>
      {asksWhom(acting) && (
        <div className="call-question">
          <Input
            aria-label={t('actions.person')}
            className="call-said"
            placeholder={t('actions.person')}
            autoComplete="off"
            maxLength={100}
            value={acting.person}
            onPressEnter={onKeep}
            onChange={({ target }) => put({ person: target.value })}
          />
          <Input
            aria-label={t('actions.result')}
            className="call-said"
            placeholder={t('actions.result')}
            autoComplete="off"
            maxLength={2000}
            value={acting.result}
            onPressEnter={onKeep}
            onChange={({ target }) => put({ result: target.value })}
          />
          <Radio.Group
            aria-label={t('actions.ground')}
            optionType="button"
            value={acting.ground}
            options={(['callerAgreed', 'emergency'] as const).map((value) => ({
              value,
              label: words(`ground.${value}`),
            }))}
            onChange={({ target }) => put({ ground: target.value })}
          />
        </div>
      )}
      <RefusalNotice refusal={refusal} />
      <div className="call-question">
        <Button
          loading={taking}
          disabled={asksWhom(acting) && (acting.person.trim() === '' || acting.result.trim().length < 2)}
          onClick={onKeep}
        >
          {t('actions.keep')}
        </Button>
        <Button type="text" onClick={onCancel}>
          {t('actions.cancel')}
        </Button>
      </div>
    </div>
  )
}
