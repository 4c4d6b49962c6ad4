import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { questionnaireToFhir } from '../../instruments/fhir/questionnaire-to-fhir.ts'
import type { Questionnaire } from '../../instruments/questionnaire.ts'
import { SaveFileButton } from '../exchange/save-file-button.tsx'

/** The instrument as a FHIR R4 Questionnaire, written where the person chooses. */
export function ExportFhir({ questionnaire }: { questionnaire: Questionnaire }) {
  const { t } = useTranslation('catalogue')
  const { id, version } = questionnaire.instrument
  const file = useMemo(
    () => ({
      name: `${id}-${version}.fhir.json`,
      bytes: new TextEncoder().encode(`${JSON.stringify(questionnaireToFhir(questionnaire), null, 2)}\n`),
    }),
    [questionnaire, id, version],
  )
  return (
    <section className="panel">
      <h2 className="panel-title">{t('export.title')}</h2>
      <p>{t('export.text')}</p>
      <SaveFileButton file={file}>{t('export.button')}</SaveFileButton>
    </section>
  )
}
