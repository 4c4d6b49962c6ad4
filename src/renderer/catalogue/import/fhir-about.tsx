import { Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { timeFrames } from '../../../instruments/instrument.ts'
import { raterKinds } from '../find-entries.ts'
import { LabelFieldset } from './label-fieldset.tsx'

const modes = ['client', 'interview'] as const
const oldest = 130

/** What it is called here, who answers, in which way and at which ages. */
export function FhirAbout() {
  const { t } = useTranslation('catalogue')
  const { t: tAssessments } = useTranslation('assessments')
  const needed = { required: true, message: t('fhir.needed') }
  return (
    <section className="panel">
      <h2 className="panel-title">{t('about.title')}</h2>
      <Form.Item
        name="id"
        label={t('fhir.id')}
        extra={t('fhir.idHint')}
        rules={[needed, { pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/, message: t('fhir.idWrong') }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="version" label={t('fhir.version')} extra={t('fhir.versionHint')} rules={[needed]}>
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item
        name="raters"
        label={t('about.raters')}
        rules={[{ type: 'array', min: 1, message: t('fhir.needed') }]}
      >
        <Checkbox.Group
          aria-label={t('about.raters')}
          options={raterKinds.map((value) => ({ value, label: tAssessments(`rater.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="modes"
        label={t('about.modes')}
        rules={[{ type: 'array', min: 1, message: t('fhir.needed') }]}
      >
        <Checkbox.Group
          aria-label={t('about.modes')}
          options={modes.map((value) => ({ value, label: t(`modes.${value}`) }))}
        />
      </Form.Item>
      <div className="fhir-row">
        <Form.Item name="minAge" label={t('fhir.minAge')} extra={t('fhir.ageHint')}>
          <InputNumber min={0} max={oldest} precision={0} />
        </Form.Item>
        <Form.Item name="maxAge" label={t('fhir.maxAge')}>
          <InputNumber min={0} max={oldest} precision={0} />
        </Form.Item>
      </div>
      <Form.Item name="timeFrame" label={t('about.timeFrame')} rules={[needed]}>
        <Select options={timeFrames.map((value) => ({ value, label: t(`timeFrame.${value}`) }))} />
      </Form.Item>
      <LabelFieldset name={['training']} label={t('about.qualification')} hint={t('fhir.trainingHint')} />
    </section>
  )
}
