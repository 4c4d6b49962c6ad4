import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CallFieldProps } from './call-draft.ts'
import { ChoiceField } from './choice-field.tsx'
import { Field } from './field.tsx'

/** Whether present danger was asked about: the answer, or why it was not asked. */
export function DangerFields({ draft: { danger }, change, missing }: CallFieldProps) {
  const { t } = useTranslation('hotline')
  const isMissing = missing.includes('danger')
  return (
    <div className="call-row">
      <ChoiceField
        label={t('field.danger')}
        required
        value={danger?.asked ?? null}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`asked.${value}`) }))}
        onChange={(asked) =>
          change({ danger: asked === 'yes' ? { asked, answer: null } : { asked, why: '' } })
        }
        missing={isMissing && danger === null ? t('missing.danger') : null}
      />
      {danger?.asked === 'yes' && (
        <ChoiceField
          label={t('field.dangerAnswer')}
          required
          value={danger.answer}
          options={(['none', 'thoughts', 'plan', 'acting'] as const).map((value) => ({
            value,
            label: t(`dangerAnswer.${value}`),
          }))}
          onChange={(answer) => change({ danger: { asked: 'yes', answer } })}
          missing={isMissing ? t('missing.dangerAnswer') : null}
        />
      )}
      {danger?.asked === 'no' && (
        <Field label={t('field.dangerWhy')} required wide missing={isMissing ? t('missing.dangerWhy') : null}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={2000}
              autoComplete="off"
              value={danger.why}
              onChange={({ target }) => change({ danger: { asked: 'no', why: target.value } })}
            />
          )}
        </Field>
      )}
    </div>
  )
}
