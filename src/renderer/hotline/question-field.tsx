import { Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type CallQuestion, callQuestions } from '../../casework/hotline/call-answers.ts'
import type { CallFieldProps } from './call-draft.ts'
import { Choice } from './choice.tsx'
import { Field, type FieldWidth } from './field.tsx'

/** As many answers stand side by side; more of them in a list. */
const mostInSight = 3

/** What is true once something is written, before an answer is chosen: a rescue card must not lack an address for want of a tick. */
const onceWritten: { [Question in CallQuestion]?: string } = {
  place: 'partly',
  intoxication: 'yes',
  protection: 'yes',
  signs: 'noted',
  pattern: 'noted',
  relation: 'noted',
}

const widths: { [Question in CallQuestion]?: FieldWidth } = {
  place: 6,
  signs: 6,
  pattern: 6,
  protection: 6,
  safetyPlan: 6,
  callBack: 6,
}

/** One question of the talk: the answer, and what was said. */
export function QuestionField({ question, form }: { question: CallQuestion; form: CallFieldProps }) {
  const { t } = useTranslation('running-call')
  const { t: words } = useTranslation('call-form')
  const held = form.draft.answers[question]
  const options = callQuestions[question].map((value) => ({
    value: value as string,
    label: words(`answer.${question}.${value}`),
  }))
  const put = (answer: string | null, said: string) => {
    const { [question]: _, ...others } = form.draft.answers
    const nothing = said === '' && (answer === null || options.length === 1)
    form.change({ answers: nothing ? others : { ...others, [question]: { answer, said } } })
  }
  const choose = (answer: string) => put(answer, held?.said ?? '')
  const name = words(`field.${question}`)
  return (
    <Field
      name={question}
      form={form}
      group
      width={widths[question] ?? 3}
      required={form.needOf(question) === 'required'}
      {...(held !== undefined && held.answer === null ? { told: t('missing.someAnswer') } : {})}
    >
      {(ids) => (
        <div className="call-question">
          {options.length > 1 && options.length <= mostInSight && (
            <Choice ids={ids} options={options} value={held?.answer ?? null} onChange={choose} />
          )}
          {options.length > mostInSight && (
            <Select
              {...ids}
              className="call-answers"
              placeholder={t('choose')}
              value={held?.answer ?? null}
              options={options}
              onChange={(answer: string | null) => answer !== null && choose(answer)}
            />
          )}
          <Input
            aria-label={t('saidOf', { field: name, hint: words(`said.${question}`) })}
            className="call-said"
            placeholder={words(`said.${question}`)}
            autoComplete="off"
            maxLength={2000}
            value={held?.said ?? ''}
            onChange={({ target }) => put(held?.answer ?? onceWritten[question] ?? null, target.value)}
          />
        </div>
      )}
    </Field>
  )
}
