import { Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { ageBands } from '../../casework/age.ts'
import { callTypes, specialCallKinds } from '../../casework/hotline-call.ts'
import type { CallFieldProps } from './call-draft.ts'
import { ChoiceField } from './choice-field.tsx'
import { Field } from './field.tsx'

/** Who calls, as far as the caller says. */
export function CallerFields({ draft, change }: CallFieldProps) {
  const { t } = useTranslation('hotline')
  return (
    <div className="call-row">
      <ChoiceField
        label={t('field.callerRole')}
        value={draft.callerRole}
        options={(['self', 'thirdParty', 'unknown'] as const).map((value) => ({
          value,
          label: t(`callerRole.${value}`),
        }))}
        onChange={(callerRole) => change({ callerRole })}
      />
      <Field label={t('field.alias')}>
        {(ids) => (
          <Input
            {...ids}
            className="call-alias"
            maxLength={60}
            autoComplete="off"
            value={draft.alias}
            onChange={({ target }) => change({ alias: target.value })}
          />
        )}
      </Field>
      <ChoiceField
        label={t('field.sex')}
        value={draft.sex}
        options={[
          { value: 'female' as const, label: t('sex.female') },
          { value: 'male' as const, label: t('sex.male') },
          { value: null, label: t('notSaid') },
        ]}
        onChange={(sex) => change({ sex })}
      />
      <Field label={t('field.ageBand')}>
        {(ids) => (
          <Select
            {...ids}
            className="call-age"
            value={draft.ageBand}
            options={[
              { value: null, label: t('notSaid') },
              ...ageBands.map((value) => ({ value, label: t(`ageBand.${value}`) })),
            ]}
            onChange={(ageBand) => change({ ageBand })}
          />
        )}
      </Field>
    </div>
  )
}

/** What kind of call it is; a special one says which. */
export function CallTypeFields({ draft, change, missing }: CallFieldProps) {
  const { t } = useTranslation('hotline')
  return (
    <div className="call-row">
      <ChoiceField
        label={t('field.callType')}
        value={draft.callType}
        options={callTypes.map((value) => ({ value, label: t(`callType.${value}`) }))}
        onChange={(callType) =>
          change({ callType, specialKind: callType === 'special' ? draft.specialKind : null })
        }
      />
      {draft.callType === 'special' && (
        <Field
          label={t('field.specialKind')}
          required
          missing={missing.includes('specialKind') ? t('missing.specialKind') : null}
        >
          {(ids) => (
            <Select
              {...ids}
              className="call-special"
              placeholder={t('choose')}
              value={draft.specialKind}
              options={specialCallKinds.map((value) => ({ value, label: t(`specialKind.${value}`) }))}
              onChange={(specialKind) => change({ specialKind })}
            />
          )}
        </Field>
      )}
    </div>
  )
}
