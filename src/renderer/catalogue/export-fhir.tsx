import type { Questionnaire } from '../../instruments/questionnaire.ts'
export function ExportFhir(_: { questionnaire: Questionnaire }) {
  return null
}
