import { Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallField } from '../../casework/hotline/call-fields.ts'
import type { FormField as Asked } from '../../casework/hotline/call-forms.ts'
import { callTypes, specialCallKinds } from '../../casework/hotline/call-types.ts'
import type { CallFieldProps } from './call-draft.ts'
import { Choice } from './choice.tsx'
import { Field } from './field.tsx'
import { FormField } from './form-field.tsx'

/** What stands in its own place, or is asked with the type of the call. */
const placed: readonly CallField[] = ['specialKind', 'responseLevel', 'followUpDue']

/** The fields of a call in the order of the talk: which ones, its form says. */
export function CallForm({
  asked,
  level,
  followUp,
  ...form
}: CallFieldProps & {
  asked: readonly Asked[]
  /** The level and what is done, where the form has the level. */
  level: ReactNode
  followUp: ReactNode
}) {
  return (
    <>
      <CallTypeFields {...form} />
      {asked.map(({ field }) =>
        field === 'responseLevel' ? (
          <div key={field} className="call-part">
            {level}
          </div>
        ) : field === 'followUpDue' ? (
          <div key={field} className="call-part">
            {followUp}
          </div>
        ) : placed.includes(field) ? null : (
          <FormField key={field} name={field} form={form} />
        ),
      )}
    </>
  )
}

/** What kind of call it is; a special one says which. */
function CallTypeFields(form: CallFieldProps) {
  const { t } = useTranslation('running-call')
  const { t: words } = useTranslation('call-form')
  const { draft, change } = form
  return (
    <>
      <Field name="callType" form={form} group>
        {(ids) => (
          <Choice
            ids={ids}
            value={draft.callType}
            options={callTypes.map((value) => ({ value, label: words(`callType.${value}`) }))}
            onChange={(callType) =>
              change({ callType, specialKind: callType === 'special' ? draft.specialKind : null })
            }
          />
        )}
      </Field>
      {draft.callType === 'special' && (
        <Field name="specialKind" form={form} required told={t('missing.specialKind')}>
          {(ids) => (
            <Select
              {...ids}
              placeholder={t('choose')}
              value={draft.specialKind}
              options={specialCallKinds.map((value) => ({ value, label: words(`specialKind.${value}`) }))}
              onChange={(specialKind) => change({ specialKind })}
            />
          )}
        </Field>
      )}
    </>
  )
}
