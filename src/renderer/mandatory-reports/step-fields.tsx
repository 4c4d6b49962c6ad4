import { Checkbox, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { type DisclosureField, disclosureFields } from '../../casework/disclosures/disclosure.ts'
import { harmSigns, type ReportOffice } from '../../casework/disclosures/mandatory-report.ts'
import type { MandatoryReportStepKind } from '../../casework/disclosures/mandatory-report-course.ts'
import { ChoiceField, TextField } from './fields.tsx'
import type { StepFields } from './step-draft.ts'

/** What has to be said for a step. */
export function StepFieldsOf({
  kind,
  offices,
  usual,
}: {
  kind: MandatoryReportStepKind
  /** Those the law names for this duty. */
  offices: readonly ReportOffice[]
  /** What is usually told of a client; null where there is no file. */
  usual: readonly DisclosureField[] | null
}) {
  switch (kind) {
    case 'safetySeen':
      return (
        <>
          <ChoiceField name="danger" of={['now', 'notNow', 'unknown']} />
          <TextField name="done" rows={2} />
        </>
      )
    case 'described':
      return <DescribedFields />
    case 'consulted':
      return (
        <>
          <WhomFields />
          <TextField name="advice" rows={2} />
        </>
      )
    case 'noDuty':
      return (
        <>
          <WhomFields />
          <TextField name="because" min={10} rows={2} />
        </>
      )
    case 'reported':
      return <ReportedFields offices={offices} usual={usual} />
    case 'familyTold':
      return (
        <>
          <ChoiceField name="told" of={['told', 'notYet', 'notTold']} />
          <TextField name="because" rows={2} />
        </>
      )
    case 'answered':
      return (
        <>
          <TextField name="from" min={1} />
          <TextField name="said" rows={2} />
        </>
      )
    default:
      return <TextField name="because" rows={2} />
  }
}

function DescribedFields() {
  const { t } = useTranslation('mandatory-reports')
  return (
    <>
      <Form.Item
        name="signs"
        label={t('field.signs.label')}
        rules={[{ type: 'array', min: 1, message: t('field.choose') }]}
      >
        <Checkbox.Group options={harmSigns.map((value) => ({ value, label: t(`field.signs.${value}`) }))} />
      </Form.Item>
      <ChoiceField name="source" of={['theirOwnWords', 'seenHere', 'toldByOthers']} />
      <TextField name="facts" min={10} rows={4} />
      <TextField name="inference" rows={2} optional />
      <ChoiceField name="suspected" of={['family', 'known', 'stranger', 'unknown']} />
    </>
  )
}

function WhomFields() {
  const form = Form.useFormInstance<StepFields>()
  const whom = Form.useWatch('whom', form)
  const { t } = useTranslation('mandatory-reports')
  return (
    <>
      <ChoiceField name="whom" of={['here', 'outside']} />
      {whom === 'outside' && (
        <>
          <TextField name="outsideName" min={1} />
          <Form.Item
            name="outsideDay"
            label={t('field.outsideDay.label')}
            rules={[{ required: true, message: t('field.choose') }]}
          >
            <Input type="date" />
          </Form.Item>
        </>
      )}
    </>
  )
}

function ReportedFields({
  offices,
  usual,
}: {
  offices: readonly ReportOffice[]
  usual: readonly DisclosureField[] | null
}) {
  const { t } = useTranslation('mandatory-reports')
  return (
    <>
      <ChoiceField name="office" of={[...offices, 'prosecutor', 'other']} />
      <TextField name="person" min={1} />
      <ChoiceField name="way" of={['phone', 'inPerson', 'written']} />
      <Form.Item
        name="when"
        label={t('field.when.label')}
        rules={[{ required: true, message: t('field.choose') }]}
      >
        <Input type="datetime-local" />
      </Form.Item>
      <TextField name="receipt" optional />
      {usual !== null && (
        <>
          <Form.Item name="fields" label={t('field.fields.label')} extra={t('field.fields.hint')}>
            <Checkbox.Group
              options={disclosureFields.map((value) => ({ value, label: t(`field.fields.${value}`) }))}
            />
          </Form.Item>
          <ChoiceField name="telling" of={['told', 'notYet', 'notTold']} optional />
          <TextField name="tellingNote" optional />
        </>
      )}
    </>
  )
}
