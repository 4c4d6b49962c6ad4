import villageMood from '../../../resources/surveys/village-mood.json?raw'
import { done, type Outcome, type Refusal } from '../../instruments/outcome.ts'
import { type PlainSurveyRead, readPlainSurvey } from '../../instruments/read-plain-survey.ts'
import type { SurveySource } from '../contract/surveys.ts'

/** The survey that comes with the program. */
export const exampleSurvey = { name: 'village-mood.json', text: villageMood }

/** Reads a survey and has SurveyJS load it, too; what SurveyJS finds wrong is refused with SURVEY_NOT_SHOWN. */
export const readSource = async (source: SurveySource): Promise<Outcome<PlainSurveyRead, Refusal[]>> => {
  const name = source?.name ?? exampleSurvey.name
  const text = source === null ? exampleSurvey.text : asText(source.bytes)
  if (text === null) return { ok: false, refusal: [{ code: 'NOT_JSON', at: `${name}#` }] }
  const read = readPlainSurvey(name, text)
  if (!read.ok) return read
  const { languages, ...shown } = read.value.survey
  // Loaded only when a survey is taken in: it is large.
  const { checkSurvey } = await import('../../instruments/check-survey.ts')
  const wrong = checkSurvey(shown)
  return wrong.length === 0
    ? done(read.value)
    : { ok: false, refusal: [{ code: 'SURVEY_NOT_SHOWN', at: `${name}#` }] }
}

/** Null for bytes that are no UTF-8. */
const asText = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
