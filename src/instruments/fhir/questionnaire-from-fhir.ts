import { type Fault, refusalOf, shapeFaults } from '../fault.ts'
import type { Instrument } from '../instrument.ts'
import { done, type Outcome, type Refusal } from '../outcome.ts'
import { shortened } from '../shortened.ts'
import type { Survey } from '../survey.ts'
import type { Vectors } from '../vectors.ts'
import { readFilesExtension } from './files-extension.ts'
import { limitFault } from './limits.ts'
import { languageOf } from './local-texts.ts'
import { type DraftInstrument, readPlain } from './plain-reading.ts'
import { questionnaireToFhir } from './questionnaire-to-fhir.ts'
import type { Language, Reading } from './reading.ts'
import { type FhirQuestionnaire, fhirQuestionnaireSchema, type Item } from './resource.ts'

/** What a FHIR Questionnaire says of an instrument. What it does not say is for `questionnaireFromDraft` to be given. */
export interface FhirDraft {
  /** Name of the file, by which refusals are reported. */
  file: string
  instrument: DraftInstrument | Instrument
  survey: Survey
  /** Worked examples; only in what this program wrote. */
  vectors: Vectors | null
  /** Everything that was left out, by path. */
  notUnderstood: Refusal[]
}

/**
 * Reads a FHIR R4 Questionnaire; R5 `itemWeight` is understood as well. Expressions are recognised as sums, means, counts and
 * weighted sums, never evaluated. What this program wrote comes back whole, if the questions shown are still those it says.
 */
export const questionnaireFromFhir = (file: string, json: unknown): Outcome<FhirDraft, Refusal[]> => {
  const reported = (faults: readonly Fault[]) => shortened(faults.map((fault) => refusalOf(file, fault)))
  const refuse = (faults: readonly Fault[]) => ({ ok: false as const, refusal: reported(faults) })
  const tooMuch = limitFault(json)
  if (tooMuch !== null) return refuse([tooMuch])
  const parsed = fhirQuestionnaireSchema.safeParse(json)
  if (!parsed.success) return refuse(shapeFaults(parsed.error))
  const resource = parsed.data
  const read = readWhole(resource)
  if (!read.ok) return refuse(read.refusal)
  const { plain, leftOut } = read.value

  const own = readFilesExtension(file, resource)
  if (own === null)
    return done({
      file,
      ...plain,
      vectors: null,
      notUnderstood: reported(leftOut),
    })
  if (!own.ok) return { ok: false, refusal: shortened(own.refusal) }
  const again = readWhole(questionnaireToFhir(own.value))
  if (!again.ok || JSON.stringify(again.value.plain) !== JSON.stringify(plain))
    return refuse([{ code: 'FHIR_FILES_DIFFER', path: ['item'] }])
  const expected = new Set(again.value.leftOut.map((fault) => JSON.stringify(fault)))
  const more = leftOut.filter((fault) => !expected.has(JSON.stringify(fault)))
  return done({ file, ...own.value, notUnderstood: reported(more) })
}

const readWhole = (resource: FhirQuestionnaire) => {
  const language = languageIn(resource)
  if (language === null)
    return { ok: false, refusal: [{ code: 'FHIR_LANGUAGE', path: ['language'] }] } as const
  const reading: Reading = { language, leftOut: [], faults: [] }
  const plain = readPlain(reading, resource)
  if (plain === null || reading.faults.length > 0) return { ok: false, refusal: reading.faults } as const
  return done({ plain, leftOut: reading.leftOut })
}

/** The language a resource says it is in or, when it says none, the one it is written in. */
const languageIn = ({ language, title = '', item = [] }: FhirQuestionnaire): Language | null => {
  if (language !== undefined) return languageOf(language)
  return /\p{Script=Han}/u.test([title, ...textsIn(item)].join()) ? 'zh-CN' : 'en'
}

const textsIn = (items: readonly Item[]): string[] =>
  items.flatMap(({ text = '', item = [] }) => [text, ...textsIn(item)])
