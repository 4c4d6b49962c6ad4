import villageMood from '../../../resources/surveys/village-mood.json'
import { done, type Outcome, type Refusal } from '../../instruments/outcome.ts'
import { type PlainSurveyRead, readPlainSurvey } from '../../instruments/plain-survey/read-plain-survey.ts'
import type { SurveySource } from '../contract/surveys.ts'
import { chosenTexts } from '../library/chosen-texts.ts'

/** The survey that comes with the program. */
export const exampleSurvey = { name: 'village-mood.json', text: JSON.stringify(villageMood) }

/** Reads a survey and has SurveyJS load it, too; what SurveyJS finds wrong is refused with SURVEY_NOT_ACCEPTED. */
export const readSource = async (source: SurveySource): Promise<Outcome<PlainSurveyRead, Refusal[]>> => {
  const chosen = source === null ? done([exampleSurvey]) : chosenTexts([source])
  if (!chosen.ok) return chosen
  const { name, text } = chosen.value[0] ?? exampleSurvey
  const read = readPlainSurvey(name, text)
  if (!read.ok) return read
  const { languages, ...shown } = read.value.survey
  // Loaded only when a survey is taken in: it is large.
  const { checkSurvey } = await import('../../instruments/check-survey.ts')
  const refusal = checkSurvey(shown).map((said) => ({
    code: 'SURVEY_NOT_ACCEPTED',
    at: name,
    detail: { said },
  }))
  return refusal.length === 0 ? done(read.value) : { ok: false, refusal }
}
