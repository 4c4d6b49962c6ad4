import { Input } from 'antd'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { leavableFields } from '../../casework/hotline/call-fields.ts'
import type { CallFieldProps } from './call-draft.ts'
import { keyOf } from './call-keys.ts'

/** Ids that tie a control to its label and to what is missing in it. */
export interface FieldIds {
  id: string
  'aria-labelledby': string
  'aria-describedby'?: string
  'aria-keyshortcuts'?: string
}

/** How much of a row of six a field takes. */
export type FieldWidth = 2 | 3 | 6

/** A label before its control on one line, and under them what is missing or why it was left out. */
export function Field({
  name,
  form,
  width = 3,
  tight = false,
  group = false,
  told,
  required = false,
  children,
}: {
  name: string
  form: Pick<CallFieldProps, 'draft' | 'change' | 'missing'>
  width?: FieldWidth
  /** Never the first of its row: its label takes no more room than it needs. */
  tight?: boolean
  /** The control is a group of controls, which a label cannot name by `for`. */
  group?: boolean
  /** What to say when it is missing. */
  told?: string
  required?: boolean
  children: (ids: FieldIds) => ReactNode
}) {
  const { t } = useTranslation('running-call')
  const { t: words } = useTranslation('call-form')
  const id = useId()
  const labelId = `${id}-label`
  const missingId = `${id}-missing`
  const Label = group ? 'span' : 'label'
  const { draft, change, missing } = form
  const leavable = leavableFields.find((one) => one === name)
  const isMissing = missing.includes(name)
  const why = leavable === undefined ? undefined : draft.leftOut?.[leavable]
  const key = keyOf(name)
  const label = words(`field.${name}`)
  const asks = isMissing || why !== undefined
  return (
    <div
      className={`call-field call-field-${width}${tight ? ' call-field-tight' : ''}${isMissing ? ' call-field-missing' : ''}`}
      {...(key === null ? {} : { 'data-key': key })}
    >
      <div className="call-label">
        <Label id={labelId} {...(group ? {} : { htmlFor: id })}>
          {label}
          {required && <span className="visually-hidden"> {t('required')}</span>}
        </Label>
        {required && <span aria-hidden>*</span>}
        {key !== null && (
          <kbd aria-hidden className="call-key">
            {key}
          </kbd>
        )}
      </div>
      <div className="call-control">
        {children({
          id,
          'aria-labelledby': labelId,
          ...(isMissing ? { 'aria-describedby': missingId } : {}),
          ...(key === null ? {} : { 'aria-keyshortcuts': `Alt+${key}` }),
        })}
        {asks && (
          <div className="call-left">
            {isMissing && (
              <span className="call-missing" id={missingId}>
                {told ?? t(leavable === undefined ? 'missing.required' : 'missing.accounted')}
              </span>
            )}
            {leavable !== undefined && (
              <Input
                size="small"
                aria-label={t('missing.why', { field: label })}
                placeholder={t('missing.whyHint')}
                autoComplete="off"
                maxLength={2000}
                value={why ?? ''}
                onChange={({ target }) => change({ leftOut: { ...draft.leftOut, [leavable]: target.value } })}
              />
            )}
          </div>
        )}
      </div>
    </div>
  )
}
