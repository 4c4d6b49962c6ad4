import {
  type ClosedQuestion,
  type PlainSurvey,
  questionsOf,
} from '../../instruments/plain-survey/plain-survey.ts'

/**
 * The questions whose counts leave a room: those with answers to choose that everybody is asked. Of one that only some are asked the number
 * asked is a count of another question, which may be withheld there; and what people wrote themselves never leaves.
 */
export const countedQuestions = (survey: PlainSurvey): ClosedQuestion[] =>
  questionsOf(survey).flatMap((question) =>
    question.type === 'comment' || question.visibleIf !== undefined ? [] : [question],
  )
