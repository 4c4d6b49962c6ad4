import { done, type Outcome, refused } from '../outcome.ts'
import { isMet } from './plain-condition.ts'
import { type PlainAnswers, type PlainQuestion, type PlainSurvey, questionsOf } from './plain-survey.ts'

/**
 * One person's answers as they may be kept: only questions that were asked, only answers they offer. What was answered
 * before its question went away is left out. Refused with UNKNOWN_QUESTION, ANSWER_OUTSIDE_CODING or ANSWER_NEEDED.
 */
export function checkResponse(survey: PlainSurvey, answers: PlainAnswers): Outcome<PlainAnswers> {
  const kept: PlainAnswers = {}
  const questions = questionsOf(survey)
  for (const name of Object.keys(answers))
    if (!questions.some((question) => question.name === name))
      return refused('UNKNOWN_QUESTION', { at: name })
  for (const question of questions) {
    const { name, visibleIf, isRequired } = question
    if (visibleIf !== undefined && !isMet(visibleIf, kept)) continue
    const given = clean(answers[name])
    if (given === undefined) {
      if (isRequired) return refused('ANSWER_NEEDED', { at: name })
      continue
    }
    if (!offers(question, given)) return refused('ANSWER_OUTSIDE_CODING', { at: name })
    kept[name] = given
  }
  return done(kept)
}

type Given = PlainAnswers[string]

/** Several answers in one order, whichever was ticked first; what says nothing is no answer. */
const clean = (given: Given | undefined): Given | undefined => {
  if (typeof given === 'string') return given.trim() === '' ? undefined : given.trim()
  if (!Array.isArray(given)) return given
  return given.length === 0 ? undefined : given.toSorted((a, b) => a - b)
}

const offers = (question: PlainQuestion, given: Given): boolean => {
  if (question.type === 'comment') return typeof given === 'string' && given.length <= question.maxLength
  const { choices } = question
  const isOffered = (value: number) => choices.some((choice) => choice.value === value)
  if (question.type === 'radiogroup') return typeof given === 'number' && isOffered(given)
  if (!Array.isArray(given) || !given.every(isOffered) || new Set(given).size !== given.length) return false
  const alone = question.choices.some(({ value, isExclusive }) => isExclusive && given.includes(value))
  return (!alone || given.length === 1) && given.length <= (question.maxSelectedChoices ?? given.length)
}
