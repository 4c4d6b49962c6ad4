import { useState } from 'react'
import { flushSync } from 'react-dom'
import type { Question } from 'survey-core'
import type { Language } from '../../casework/records/values.ts'
import type { PlainAnswers, PlainSurvey } from '../../instruments/plain-survey/plain-survey.ts'
import { type Arrangement, plainModel } from './survey-model.ts'
import { type AskedQuestions, useAskedQuestions } from './use-asked-questions.ts'
import type { Questions } from './use-questions.ts'

/** One question of a plain survey as it stands on the screen. */
interface PlainQuestionOnShow {
  name: string
  /** Position among the questions asked as things stand, counted from 1, and how many those are. */
  number: number
  of: number
  text: string
  choices: string[]
  required: boolean
  answered: boolean
  /** Several answers may be chosen. */
  several: boolean
}

/** A plain survey being answered; `Questionnaire` shows it. Nothing leaves it before `answers` is asked for. */
interface PlainQuestions
  extends AskedQuestions<PlainQuestionOnShow>,
    Pick<Questions, 'model' | 'arrangement' | 'press'> {
  answers: () => PlainAnswers
  /** Takes one answer back. */
  clear: (question: string) => void
}

/** Starts a survey; a new `key` on the component that calls this starts another. */
export function usePlainSurvey({
  survey,
  language,
  arrangement,
}: {
  survey: PlainSurvey
  language: Language
  arrangement: Arrangement
}): PlainQuestions {
  const [model] = useState(() => {
    const { languages, ...shown } = survey
    const created = plainModel(shown, { language, arrangement })
    // A rating says its number itself.
    created.onUpdateChoiceItemCss.add((_, choice) => {
      if (startsWithNumber(choice.item)) choice.css = choice.css.replace(/ questionnaire-key-\d+/, '')
    })
    // A cap on words is kept while they are typed, without a notice.
    created.textUpdateMode = 'onTyping'
    return created
  })

  return {
    ...useAskedQuestions(model, onShow),
    model,
    arrangement,
    press: (digit) => {
      const question =
        arrangement === 'oneByOne' ? model.currentSingleQuestion : focused(model.getAllQuestions(true))
      if (question?.choices?.some(({ value }: { value: unknown }) => value === digit))
        // The answer may bring a question to the page, and the next key may come before the next frame.
        flushSync(() => choose(question, digit))
    },
    answers: () => ({ ...model.data }),
    clear: (name) => flushSync(() => model.getQuestionByName(name)?.clearValue()),
  }
}

const startsWithNumber = ({ value, text }: { value: unknown; text: string }): boolean =>
  text === String(value) || text.startsWith(`${value} · `)

const focused = (questions: readonly Question[]): Question | undefined => {
  const name = document.activeElement?.closest<HTMLElement>('[data-name]')?.dataset.name
  return questions.find((question) => question.name === name)
}

/** Chooses an answer; among several, takes it back when it was chosen. */
const choose = (question: Question, value: number): void => {
  if (question.getType() !== 'checkbox') {
    question.value = value
    return
  }
  const chosen: number[] = question.value ?? []
  question.value = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]
}

const onShow = (question: Question, index: number, { length }: Question[]): PlainQuestionOnShow => ({
  name: question.name,
  number: index + 1,
  of: length,
  text: question.processedTitle,
  choices: (question.visibleChoices ?? []).map(({ text }: { text: string }) => text),
  required: question.isRequired,
  answered: !question.isEmpty() && String(question.value).trim() !== '',
  several: question.getType() === 'checkbox',
})
