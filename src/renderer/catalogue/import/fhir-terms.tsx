import { Alert, Checkbox, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Instrument } from '../../../instruments/instrument.ts'
import { provenanceOfOneSchema, termsSchema } from '../../../instruments/terms.ts'
import { termsFlags } from './fhir-fields.ts'

const classes = termsSchema.shape.class.options
const statuses = provenanceOfOneSchema.shape.status.options
const longest = 2000

/** On which terms it may be used, and where its wording comes from. Without them nothing is taken in. */
export function FhirTerms({ languages }: { languages: Instrument['languages'] }) {
  const { t } = useTranslation('catalogue')
  const { t: tAssessments } = useTranslation('assessments')
  const needed = { required: true, whitespace: true, message: t('fhir.needed') }
  return (
    <section className="panel">
      <h2 className="panel-title">{t('terms.title')}</h2>
      <Alert type="warning" showIcon title={t('import.restricted')} description={t('import.scoreEntry')} />
      <Form.Item name={['terms', 'class']} label={t('fhir.termsClass')} rules={[needed]}>
        <Select options={classes.map((value) => ({ value, label: tAssessments(`terms.class.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name={['terms', 'statement']}
        label={t('terms.statement')}
        extra={t('fhir.statementHint')}
        rules={[needed]}
      >
        <Input.TextArea rows={3} maxLength={longest} />
      </Form.Item>
      <Form.Item
        name={['terms', 'url']}
        label={t('terms.url')}
        rules={[needed, { pattern: /^https:\/\/\S+$/, message: t('fhir.urlWrong') }]}
      >
        <Input maxLength={longest} />
      </Form.Item>
      <Form.Item name={['terms', 'seen']} label={t('terms.seen')} extra={t('fhir.seenHint')} rules={[needed]}>
        <Input maxLength={longest} />
      </Form.Item>
      <Form.Item name={['terms', 'credit']} label={t('terms.credit')} extra={t('fhir.creditHint')}>
        <Input maxLength={longest} />
      </Form.Item>
      <Form.Item name={['terms', 'flags']} label={t('fhir.flags')} extra={t('fhir.flagsHint')}>
        <Checkbox.Group
          className="fhir-stacked"
          aria-label={t('fhir.flags')}
          options={termsFlags.map((value) => ({ value, label: t(`terms.${value}`) }))}
        />
      </Form.Item>
      {languages.map((language) => {
        const name = tAssessments(`language.${language}`)
        return (
          <div key={language} className="fhir-row">
            <Form.Item
              name={['wording', language, 'status']}
              label={t('fhir.wording', { language: name })}
              rules={[needed]}
            >
              <Select
                options={statuses.map((value) => ({ value, label: tAssessments(`origin.status.${value}`) }))}
              />
            </Form.Item>
            <Form.Item
              name={['wording', language, 'source']}
              label={t('fhir.wordingSource', { language: name })}
              rules={[needed]}
            >
              <Input maxLength={longest} />
            </Form.Item>
          </div>
        )
      })}
    </section>
  )
}
