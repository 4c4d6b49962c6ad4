import { useEffect, useReducer, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Model, Question } from 'survey-core'
import { createSurveyModel, type SurveyRequest } from './survey-model.ts'

/** One question as it stands on the screen. */
export interface QuestionOnShow {
  name: string
  /** Position among the questions asked as things stand, counted from 1, and how many those are. */
  number: number
  of: number
  text: string
  choices: string[]
  /** The answer in the published coding; null when it is open, or given before and not known here. */
  value: number | null
}

/** A questionnaire being answered; `Questionnaire` shows it. */
export interface Questions {
  model: Model
  arrangement: SurveyRequest['arrangement']
  /** Every question asked as things stand, in order. */
  asked: QuestionOnShow[]
  /** The question shown alone; the first one in a list. */
  current: QuestionOnShow | undefined
  /** Shows the question before or after the current one alone; does nothing at either end. */
  move: (by: -1 | 1) => void
  /** Chooses the answer with this published code in the question that has the focus. */
  press: (key: number) => void
}

/** Starts a questionnaire; a new `key` on the component that calls this starts another. `onAnswer` hears every change. */
export function useQuestions(
  request: SurveyRequest & { onAnswer: (question: string, value: number | null) => void },
): Questions {
  const { arrangement } = request
  const [model] = useState(() => createSurveyModel(request))
  const [, redraw] = useReducer((round: number) => round + 1, 0)
  const hear = useRef(request.onAnswer)
  hear.current = request.onAnswer

  useEffect(() => {
    const answered = (_: unknown, { name, value }: { name: string; value: unknown }) => {
      redraw()
      hear.current(name, typeof value === 'number' ? value : null)
    }
    model.onValueChanged.add(answered)
    model.onCurrentPageChanged.add(redraw)
    return () => {
      model.onValueChanged.remove(answered)
      model.onCurrentPageChanged.remove(redraw)
    }
  }, [model])

  const asked = model.getAllQuestions(true).map(onShow)
  return {
    model,
    arrangement,
    asked,
    current: asked.find(({ name }) => name === model.currentSingleQuestion?.name) ?? asked[0],
    move: (by) => {
      const questions = model.getAllQuestions(true)
      const next = questions[questions.indexOf(model.currentSingleQuestion) + by]
      if (next) model.currentSingleQuestion = next
    },
    press: (key) => {
      const question = arrangement === 'oneByOne' ? model.currentSingleQuestion : focusedQuestion(model)
      if (!question?.visibleChoices.some(({ value }: { value: unknown }) => value === key)) return
      // The answer may bring a question to the page, and the next key may come before the next frame.
      flushSync(() => {
        question.value = key
      })
      if (arrangement === 'list') focusAfter(model, question)
    },
  }
}

const onShow = (question: Question, index: number, { length }: Question[]): QuestionOnShow => ({
  name: question.name,
  number: index + 1,
  of: length,
  text: question.processedTitle,
  choices: question.visibleChoices.map(({ text }: { text: string }) => text),
  value: typeof question.value === 'number' ? question.value : null,
})

/** The question the focus is in; outside of all, the first open one. */
function focusedQuestion(model: Model): Question | undefined {
  const name = document.activeElement?.closest<HTMLElement>('[data-name]')?.dataset.name
  const questions = model.getAllQuestions(true)
  return questions.find((question) => question.name === name) ?? questions.find((one) => one.isEmpty())
}

/** At once: SurveyJS's own `focus` comes later than a quick hand's next key. */
function focusAfter(model: Model, question: Question): void {
  const questions = model.getAllQuestions(true)
  const next = questions[questions.indexOf(question) + 1]
  document.querySelector<HTMLElement>(`[data-name="${next?.name}"] input`)?.focus()
}
