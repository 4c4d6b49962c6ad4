import { Button, Form, Input, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FhirDraft } from '../../../instruments/fhir/questionnaire-from-fhir.ts'
import { readAnswers } from './example-answers.ts'
import { scalesOf } from './fhir-fields.ts'

/** How many examples there are to begin with: every answer lowest, every answer highest. */
const fixed = 2

/** Worked examples from the publisher's manual, by which the scoring is proved before anything is taken in. */
export function FhirExamples({ draft: { instrument } }: { draft: FhirDraft }) {
  const { t } = useTranslation('catalogue')
  const addUp: boolean = Form.useWatch('addUp') ?? false
  const scales = scalesOf(instrument, addUp)
  return (
    <section className="panel">
      <h2 className="panel-title">{t('fhir.examples')}</h2>
      <p className="quiet">{t('fhir.examplesHint', { count: instrument.items.length })}</p>
      <Form.List name="examples">
        {(examples, { add, remove }) => (
          <>
            {examples.map(({ key, name }) => (
              <div key={key} className="fhir-example">
                <Form.Item
                  name={[name, 'answers']}
                  label={t(name === 0 ? 'fhir.lowest' : name === 1 ? 'fhir.highest' : 'fhir.example', {
                    number: name + 1,
                  })}
                  rules={[
                    {
                      validator: async (_, line: string = '') => {
                        if (readAnswers(instrument, line) === null) throw new Error(t('fhir.answersWrong'))
                      },
                    },
                  ]}
                >
                  <Input className="fhir-answers" />
                </Form.Item>
                {scales.map((id) => (
                  <Form.Item
                    key={id}
                    name={[name, 'scores', id]}
                    label={t('fhir.scoreOf', { id })}
                    rules={[{ required: true, message: t('fhir.needed') }]}
                  >
                    <InputNumber />
                  </Form.Item>
                ))}
                {name >= fixed && <Button onClick={() => remove(name)}>{t('fhir.remove')}</Button>}
              </div>
            ))}
            <Button onClick={() => add({ answers: '', scores: {} })}>{t('fhir.addExample')}</Button>
          </>
        )}
      </Form.List>
    </section>
  )
}
