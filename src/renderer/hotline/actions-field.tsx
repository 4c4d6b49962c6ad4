import { CloseOutlined } from '@ant-design/icons'
import { Button, Input, Radio, Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { actionKinds, type CallAction } from '../../casework/hotline-call.ts'
import { useFormatTime } from '../ui/format-time.ts'
import type { CallFieldProps } from './call-draft.ts'
import { Field } from './field.tsx'

const now = () => new Date().toISOString()

/** What is done for the caller, each with how far it has come: intended, done, verified. */
export function ActionsField({ draft: { actions }, change, missing }: CallFieldProps) {
  const { t } = useTranslation('hotline')
  const put = (position: number, patch: Partial<CallAction>) =>
    change({ actions: actions.map((action, at) => (at === position ? { ...action, ...patch } : action)) })
  return (
    <>
      <div className="call-row">
        <Field label={t('field.actions')} missing={missing.includes('actions') ? t('missing.actions') : null}>
          {(ids) => (
            <Select<CallAction['kind'] | null>
              {...ids}
              className="call-add-action"
              value={null}
              placeholder={t('addAction')}
              options={actionKinds.map((value) => ({ value, label: t(`action.${value}`) }))}
              onChange={(kind) => {
                if (kind === null) return
                change({ actions: [...actions, { kind, state: 'intended', at: now(), note: '' }] })
              }}
            />
          )}
        </Field>
        {actions.length === 0 && <p className="call-hint">{t('actionsHint')}</p>}
      </div>
      {actions.length > 0 && (
        <ul className="call-actions" aria-label={t('field.actions')}>
          {actions.map((action, position) => (
            <ActionRow
              // biome-ignore lint/suspicious/noArrayIndexKey: an action has no other identity than its place
              key={position}
              action={action}
              put={(patch) => put(position, patch)}
              remove={() => change({ actions: actions.filter((_, at) => at !== position) })}
            />
          ))}
        </ul>
      )}
    </>
  )
}

function ActionRow({
  action,
  put,
  remove,
}: {
  action: CallAction
  put: (patch: Partial<CallAction>) => void
  remove: () => void
}) {
  const { t } = useTranslation('hotline')
  const { time } = useFormatTime()
  const nameId = useId()
  const name = t(`action.${action.kind}`)
  return (
    <li className="call-action">
      <span className="call-action-name" id={nameId}>
        {name}
      </span>
      <Radio.Group
        aria-labelledby={nameId}
        optionType="button"
        value={action.state}
        options={(['intended', 'done', 'verified'] as const).map((value) => ({
          value,
          label: t(`actionState.${value}`),
        }))}
        onChange={({ target }) => put({ state: target.value, at: now() })}
      />
      <time dateTime={action.at}>{time(action.at)}</time>
      <Input
        aria-label={t('actionNote', { action: name })}
        placeholder={t('actionNotePlaceholder')}
        maxLength={2000}
        autoComplete="off"
        value={action.note}
        onChange={({ target }) => put({ note: target.value })}
      />
      <Button
        type="text"
        icon={<CloseOutlined aria-hidden />}
        aria-label={t('removeAction', { action: name })}
        onClick={remove}
      />
    </li>
  )
}
