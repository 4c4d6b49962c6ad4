import type { Assessment } from '../../casework/assessments/assessment.ts'
import type { Language } from '../../casework/records/values.ts'
import type { Questionnaire } from '../../instruments/questionnaire.ts'
import { titleOf } from '../assessments/title-of.ts'
import { surveyText } from '../questionnaire/survey-text.ts'

/** Put in words by the screen's language. */
export interface AssessmentWords {
  /** What stands between a label and its value. */
  pair: (label: string, value: string) => string
  /** What an instrument calls the score it has only one of. */
  total: string
}

/**
 * An assessment for the person it is about: its title, each score with its band, each question with their answer. What the
 * questionnaire is gone for stands in the published coding.
 */
export function assessmentLines(
  { instrument, result, answers }: Pick<Assessment, 'instrument' | 'result' | 'answers'>,
  questionnaire: Questionnaire | undefined,
  language: Language,
  { pair, total }: AssessmentWords,
): string[] {
  const scales = questionnaire?.instrument.scales ?? []
  const scores = Object.entries(result?.scores ?? {}).map(([id, score]) => {
    const scale = scales.find((one) => one.id === id)
    const band = scale?.bands?.find((one) => one.id === result?.bands[id])?.label[language]
    return pair(scale?.label?.[language] ?? total, band === undefined ? `${score}` : `${score} · ${band}`)
  })
  const questions = questionnaire?.survey.pages.flatMap(({ elements }) => elements) ?? []
  const inOrder = Object.entries(answers).toSorted(([a], [b]) => numberOf(a) - numberOf(b))
  const answered = inOrder.map(([name, value]) => {
    const question = questions.find((one) => one.name === name)
    const choice = question?.choices.find((one) => one.value === value)
    return pair(
      `${numberOf(name)}. ${surveyText(question?.title, language)}`.trim(),
      surveyText(choice?.text, language) || String(value),
    )
  })
  return [titleOf(questionnaire?.instrument, language, instrument), ...scores, ...answered]
}

/** Questions are named `q1` to `qn`, as they are numbered in print. */
const numberOf = (name: string): number => Number(name.slice(1))
