import { Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CallQuestion } from '../../casework/hotline/call-answers.ts'
import { type CallField, callQuestionNames } from '../../casework/hotline/call-fields.ts'
import { callChannels, callTopics, dispositions } from '../../casework/hotline/hotline-call.ts'
import { ageBands } from '../../casework/records/age.ts'
import type { CallFieldProps } from './call-draft.ts'
import { Choice } from './choice.tsx'
import { DangerFields } from './danger-fields.tsx'
import { Field } from './field.tsx'
import { QuestionField } from './question-field.tsx'
import { StrengthField } from './strength-field.tsx'

const isQuestion = (name: CallField): name is CallQuestion => callQuestionNames.some((one) => one === name)

/** One field of a call's form, as the form names it; its level, and when to follow up, stand in their own places. */
export function FormField({ name, form }: { name: CallField; form: CallFieldProps }) {
  const { t } = useTranslation('running-call')
  const { t: words } = useTranslation('call-form')
  const { draft, change } = form
  const required = form.needOf(name) === 'required'
  if (isQuestion(name)) return <QuestionField question={name} form={form} />
  switch (name) {
    case 'danger':
      return <DangerFields {...form} />
    case 'ideation':
    case 'hopelessness':
    case 'distress':
      return <StrengthField name={name} form={form} />
    case 'channel':
      return (
        <Field name={name} form={form} group required={required}>
          {(ids) => (
            <Choice
              ids={ids}
              value={draft.channel ?? null}
              options={callChannels.map((value) => ({ value, label: words(`channel.${value}`) }))}
              onChange={(channel) => change({ channel })}
            />
          )}
        </Field>
      )
    case 'callerRole':
      return (
        <Field name={name} form={form} group required={required}>
          {(ids) => (
            <Choice
              ids={ids}
              value={draft.callerRole}
              options={(['self', 'thirdParty', 'unknown'] as const).map((value) => ({
                value,
                label: words(`callerRole.${value}`),
              }))}
              onChange={(callerRole) => change({ callerRole })}
            />
          )}
        </Field>
      )
    case 'alias':
      return (
        <Field name={name} form={form} width={2} required={required}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={60}
              autoComplete="off"
              value={draft.alias}
              onChange={({ target }) => change({ alias: target.value })}
            />
          )}
        </Field>
      )
    case 'sex':
      return (
        <Field name={name} form={form} width={2} tight group required={required}>
          {(ids) => (
            <Choice
              ids={ids}
              value={draft.sex}
              options={[
                { value: 'female' as const, label: words('sex.female') },
                { value: 'male' as const, label: words('sex.male') },
                { value: null, label: words('notSaid') },
              ]}
              onChange={(sex) => change({ sex })}
            />
          )}
        </Field>
      )
    case 'ageBand':
      return (
        <Field name={name} form={form} width={2} tight required={required}>
          {(ids) => (
            <Select
              {...ids}
              value={draft.ageBand}
              options={[
                { value: null, label: words('notSaid') },
                ...ageBands.map((value) => ({ value, label: words(`ageBand.${value}`) })),
              ]}
              onChange={(ageBand) => change({ ageBand })}
            />
          )}
        </Field>
      )
    case 'area':
      return (
        <Field name={name} form={form} width={2} required={required}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={100}
              autoComplete="off"
              value={draft.area ?? ''}
              onChange={({ target }) => change({ area: target.value })}
            />
          )}
        </Field>
      )
    case 'topics':
      return (
        <Field name={name} form={form} required={required}>
          {(ids) => (
            <Select
              {...ids}
              mode="multiple"
              maxTagCount="responsive"
              optionFilterProp="label"
              placeholder={t('choose')}
              value={draft.topics ?? []}
              options={callTopics.map((value) => ({ value, label: words(`topic.${value}`) }))}
              onChange={(topics) => change({ topics })}
            />
          )}
        </Field>
      )
    case 'concern':
      return (
        <Field name={name} form={form} width={6} required={required}>
          {(ids) => (
            <Input.TextArea
              {...ids}
              rows={3}
              maxLength={20_000}
              autoComplete="off"
              placeholder={t('concernPlaceholder')}
              value={draft.concern}
              onChange={({ target }) => change({ concern: target.value })}
            />
          )}
        </Field>
      )
    case 'disposition':
      return (
        <Field name={name} form={form} required={required} told={t('missing.disposition')}>
          {(ids) => (
            <Select
              {...ids}
              placeholder={t('choose')}
              value={draft.disposition}
              options={dispositions.map((value) => ({ value, label: words(`disposition.${value}`) }))}
              onChange={(disposition) => change({ disposition })}
            />
          )}
        </Field>
      )
    default:
      return null
  }
}
