import { type FhirDraft, questionnaireFromFhir } from '../../../instruments/fhir/questionnaire-from-fhir.ts'
import { readImportFiles } from '../../../instruments/read-import-files.ts'
import type { ImportFiles } from '../../../room/contract/library.ts'

/**
 * What a chosen FHIR Questionnaire says, where a person has to add what it does not say; null for every other file, and for one
 * that cannot be read: why is for the room to tell.
 */
export const readFhir = (files: ImportFiles): FhirDraft | null => {
  const texts = files.map(({ name, bytes }) => ({ name, text: new TextDecoder().decode(bytes) }))
  const read = readImportFiles(texts)
  if (!read.ok || read.value.kind !== 'fhir') return null
  const draft = questionnaireFromFhir(read.value.file, read.value.resource)
  return draft.ok && draft.value.vectors === null ? draft.value : null
}
