import { checkResponse } from '../instruments/plain-survey/check-response.ts'
import {
  type PlainAnswers,
  type PlainQuestion,
  type PlainSurvey,
  questionsOf,
} from '../instruments/plain-survey/plain-survey.ts'
import { createRandom, type Random } from './random.ts'

/** One in so many leaves a question open that may be left open. */
const leftOpen = 0.06
const writes = 0.15

/**
 * What `people` made-up people answer to a survey: every question they are asked, mostly. Words are drawn from `remarks`.
 */
export function simulateResponses(
  survey: PlainSurvey,
  { seed, people, remarks }: { seed: string; people: number; remarks: readonly string[] },
): PlainAnswers[] {
  const random = createRandom(seed)
  return Array.from({ length: people }, () => {
    const answers: PlainAnswers = {}
    for (const question of questionsOf(survey)) {
      const given = answerOf(question, remarks, random)
      if (given !== undefined) answers[question.name] = given
    }
    const checked = checkResponse(survey, answers)
    return checked.ok ? checked.value : {}
  })
}

const answerOf = (
  question: PlainQuestion,
  remarks: readonly string[],
  random: Random,
): PlainAnswers[string] | undefined => {
  const { type, isRequired } = question
  if (type === 'comment') {
    const remark = remarks[random.int(0, remarks.length - 1)]
    return random.chance(isRequired ? 1 : writes) ? remark?.slice(0, question.maxLength) : undefined
  }
  if (!isRequired && random.chance(leftOpen)) return undefined
  // Two draws make the middle likelier than the ends.
  const count = question.choices.length
  const drawn = () => Math.floor(((random.next() + random.next()) / 2) * count)
  const valueAt = (place: number) => question.choices[place]?.value ?? 0
  if (type === 'radiogroup') return valueAt(drawn())
  const [first, second] = [drawn(), drawn()]
  const alone = (place: number) => question.choices[place]?.isExclusive === true
  const most = question.maxSelectedChoices ?? 2
  return first === second || alone(first) || alone(second) || most < 2
    ? [valueAt(first)]
    : [valueAt(first), valueAt(second)]
}
