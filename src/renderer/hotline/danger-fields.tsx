import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CallFieldProps } from './call-draft.ts'
import { Choice } from './choice.tsx'
import { Field } from './field.tsx'

/** Whether present danger was asked about: the answer, or why it was not asked. */
export function DangerFields(form: CallFieldProps) {
  const { t } = useTranslation('running-call')
  const { t: words } = useTranslation('call-form')
  const { danger } = form.draft
  const told =
    danger === null
      ? t('missing.danger')
      : t(danger.asked === 'yes' ? 'missing.dangerAnswer' : 'missing.dangerWhy')
  return (
    <Field name="danger" form={form} width={6} group required told={told}>
      {(ids) => (
        <div className="call-question">
          <Choice
            ids={ids}
            value={danger?.asked ?? null}
            options={(['yes', 'no'] as const).map((value) => ({ value, label: words(`asked.${value}`) }))}
            onChange={(asked) =>
              form.change({ danger: asked === 'yes' ? { asked, answer: null } : { asked, why: '' } })
            }
          />
          {danger?.asked === 'yes' && (
            <Choice
              ids={{ id: `${ids.id}-answer`, 'aria-labelledby': `${ids.id}-answer-label` }}
              value={danger.answer}
              options={(['none', 'thoughts', 'plan', 'acting'] as const).map((value) => ({
                value,
                label: words(`dangerAnswer.${value}`),
              }))}
              onChange={(answer) => form.change({ danger: { asked: 'yes', answer } })}
            />
          )}
          <span className="visually-hidden" id={`${ids.id}-answer-label`}>
            {words('field.dangerAnswer')}
          </span>
          {danger?.asked === 'no' && (
            <Input
              aria-label={words('field.dangerWhy')}
              className="call-said"
              placeholder={words('field.dangerWhy')}
              maxLength={2000}
              autoComplete="off"
              value={danger.why}
              onChange={({ target }) => form.change({ danger: { asked: 'no', why: target.value } })}
            />
          )}
        </div>
      )}
    </Field>
  )
}
