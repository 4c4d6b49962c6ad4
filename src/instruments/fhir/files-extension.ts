import { refusalOf } from '../fault.ts'
import type { Outcome, Refusal } from '../outcome.ts'
import { checkQuestionnaire, type Questionnaire, type QuestionnaireFiles } from '../questionnaire.ts'
import { readJson } from '../read-json.ts'
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
  const refusals: Refusal[] = []
  for (const part of parts) {
    const parsed = readJson(texts.get(part) ?? '')
    if (parsed.ok) read[part] = parsed.value
    else
      for (const fault of parsed.refusal)
        refusals.push(refusalOf(file, { ...fault, path: ['extension', index, part, ...fault.path] }))
  }
  if (refusals.length > 0) return { ok: false, refusal: refusals }
  return checkQuestionnaire(read, (part) => ({ file, path: ['extension', index, part] }))
}
