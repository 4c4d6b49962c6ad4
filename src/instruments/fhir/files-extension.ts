import { refusalOf } from '../fault.ts'
import type { Outcome, Refusal } from '../outcome.ts'
import { checkQuestionnaire, type Questionnaire, type QuestionnaireFiles } from '../questionnaire.ts'
import type { Extension, FhirQuestionnaire } from './resource.ts'
import { urls } from './urls.ts'

const parts = ['instrument', 'survey', 'vectors'] as const

/**
 * The three files of a questionnaire as they are, each JSON in a `valueString`: bands, cut-offs, missing rule, critical items,
 * terms, provenance and worked examples have no place of their own in a Questionnaire.
 */
export const filesExtension = (questionnaire: Questionnaire): Extension => ({
  url: urls.files,
  extension: parts.map((part) => ({ url: part, valueString: JSON.stringify(questionnaire[part]) })),
})

/**
 * The questionnaire that this program wrote into a resource, checked like files of a folder; null when there is none.
 * Every refusal names `file` and the path inside the part.
 */
export const readFilesExtension = (
  file: string,
  { extension = [] }: FhirQuestionnaire,
): Outcome<Questionnaire, Refusal[]> | null => {
  const index = extension.findIndex(({ url }) => url === urls.files)
  if (index < 0) return null
  const texts = new Map((extension[index]?.extension ?? []).map(({ url, valueString }) => [url, valueString]))
  const read: QuestionnaireFiles = { instrument: null, survey: null, vectors: null }
  for (const part of parts)
    try {
      read[part] = JSON.parse(texts.get(part) ?? '')
    } catch {
      return { ok: false, refusal: [refusalOf(file, { code: 'NOT_JSON', path: ['extension', index, part] })] }
    }
  return checkQuestionnaire(read, (part) => ({ file, path: ['extension', index, part] }))
}
