import { Button, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FhirDraft } from '../../../instruments/fhir/questionnaire-from-fhir.ts'
import type { ImportFacts } from '../../../room/contract/library.ts'
import { FaultList } from '../../refusals/fault-list.tsx'
import { factsOf } from '../facts-of.ts'
import { FhirAbout } from './fhir-about.tsx'
import { FhirCritical } from './fhir-critical.tsx'
import { FhirExamples } from './fhir-examples.tsx'
import { type FhirFields, initialFields } from './fhir-fields.ts'
import { FhirScales } from './fhir-scales.tsx'
import { FhirTerms } from './fhir-terms.tsx'
import './fhir-facts.css'

/** What a FHIR Questionnaire does not say, to be filled in: whom it is for, its terms, its scores, examples from the manual. */
export function FhirFacts({
  draft,
  running,
  onGiven,
}: {
  draft: FhirDraft
  running: boolean
  onGiven: (facts: ImportFacts) => void
}) {
  const { t } = useTranslation('catalogue')
  return (
    <>
      <p className="fhir-lead">
        {t('fhir.lead', { count: draft.instrument.items.length, scores: draft.instrument.scales.length })}
      </p>
      {draft.notUnderstood.length > 0 && (
        <FaultList title={t('import.notUnderstood')} faults={draft.notUnderstood}>
          <p>{t('import.notUnderstoodText')}</p>
        </FaultList>
      )}
      <Form<FhirFields>
        layout="vertical"
        requiredMark={false}
        scrollToFirstError
        className="fhir-facts"
        initialValues={initialFields(draft)}
        onFinish={(fields) => onGiven(factsOf(draft, fields))}
      >
        <FhirAbout />
        <FhirTerms languages={draft.instrument.languages} />
        <FhirScales draft={draft} />
        <FhirCritical draft={draft} />
        <FhirExamples draft={draft} />
        <div className="import-buttons">
          <Button type="primary" htmlType="submit" loading={running}>
            {t('fhir.check')}
          </Button>
        </div>
      </Form>
    </>
  )
}
