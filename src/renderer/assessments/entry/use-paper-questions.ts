import { surveyFor } from '../../../instruments/survey-for.ts'
import type { Answers } from '../../../instruments/vectors.ts'
import { useClientOnShow } from '../../clients/client-context.ts'
import { type Questions, useQuestions } from '../../questionnaire/use-questions.ts'
import { aboutClient } from '../about-client.ts'
import type { Entry } from './entry-page.tsx'

/** The questions of a paper form as this person is asked them. */
export function usePaperQuestions(
  { assessment, questionnaire }: Entry,
  answers: Answers,
  onAnswer: (question: string, value: number | null) => void,
): Questions {
  const { file } = useClientOnShow()
  return useQuestions({
    survey: surveyFor(questionnaire, aboutClient(file.client.value, assessment.value.startedAt)),
    language: assessment.value.language,
    arrangement: 'list',
    answers,
    answeredBefore: [],
    onAnswer,
  })
}
