import { Button, Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FhirDraft } from '../../../instruments/fhir/questionnaire-from-fhir.ts'
import { criticalResponses } from '../../../instruments/instrument.ts'
import { useLanguage } from '../../locale/locale.ts'
import { surveyText } from '../../questionnaire/survey-text.ts'

/** Questions whose answers call for something whatever the score, such as thoughts of suicide. */
export function FhirCritical({ draft: { survey } }: { draft: FhirDraft }) {
  const { t } = useTranslation('catalogue')
  const { t: tAssessments } = useTranslation('assessments')
  const [language] = useLanguage()
  const given: { item?: string }[] = Form.useWatch('critical') ?? []
  const questions = survey.pages.flatMap(({ elements }) => elements)
  const answersOf = (item: string | undefined) =>
    (questions.find(({ name }) => name === item)?.choices ?? []).map(({ value, text }) => ({
      value,
      label: `${value} ${surveyText(text, language)}`,
    }))
  const needed = { required: true, message: t('fhir.needed') }
  return (
    <section className="panel">
      <h2 className="panel-title">{t('critical.title')}</h2>
      <p className="quiet">{t('fhir.criticalHint')}</p>
      <Form.List name="critical">
        {(items, { add, remove }) => (
          <>
            {items.map(({ key, name }) => (
              <div key={key} className="fhir-critical">
                <Form.Item name={[name, 'item']} label={t('fhir.question')} rules={[needed]}>
                  <Select
                    options={questions.map((question) => ({
                      value: question.name,
                      label: `${question.name.slice(1)} ${surveyText(question.title, language)}`,
                    }))}
                  />
                </Form.Item>
                <Form.Item
                  name={[name, 'values']}
                  label={t('fhir.values')}
                  rules={[{ ...needed, type: 'array', min: 1 }]}
                >
                  <Select mode="multiple" options={answersOf(given[name]?.item)} />
                </Form.Item>
                <Form.Item name={[name, 'response']} label={t('fhir.response')} rules={[needed]}>
                  <Select
                    options={criticalResponses.map((value) => ({
                      value,
                      label: tAssessments(`critical.response.${value}`),
                    }))}
                  />
                </Form.Item>
                <Button onClick={() => remove(name)}>{t('fhir.remove')}</Button>
              </div>
            ))}
            <Button onClick={() => add({})}>{t('fhir.addCritical')}</Button>
          </>
        )}
      </Form.List>
    </section>
  )
}
