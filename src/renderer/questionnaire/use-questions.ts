import { useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Model, Question } from 'survey-core'
import { createSurveyModel, type SurveyRequest } from './survey-model.ts'
import { typedCode } from './typed-code.ts'
import { type AskedQuestions, useAskedQuestions } from './use-asked-questions.ts'

/** One question as it stands on the screen. */
export interface QuestionOnShow {
  name: string
  /** Position among the questions asked as things stand, counted from 1, and how many those are. */
  number: number
  of: number
  text: string
  /** What may be answered, with the published code of each. */
  choices: { code: number; text: string }[]
  /** The answer in the published coding; null when it is open, or given before and not known here. */
  value: number | null
}

/** A questionnaire being answered; `Questionnaire` shows it. */
export interface Questions extends AskedQuestions<QuestionOnShow> {
  model: Model
  arrangement: SurveyRequest['arrangement']
  /** Chooses the answer whose published code ends with this digit in the question that has the focus. */
  press: (digit: number) => void
  /** Answers one question; null takes the answer back. */
  answer: (question: string, value: number | null) => void
}

/** Starts a questionnaire; a new `key` on the component that calls this starts another. `onAnswer` hears every change. */
export function useQuestions(
  request: SurveyRequest & { onAnswer: (question: string, value: number | null) => void },
): Questions {
  const { arrangement } = request
  const [model] = useState(() => createSurveyModel(request))
  const hear = useRef(request.onAnswer)
  hear.current = request.onAnswer
  const typed = useRef({ question: '', digits: '' })
  const asked = useAskedQuestions(model, onShow)

  // Before anything is to be seen: an answer that comes right after would not be heard.
  useLayoutEffect(() => {
    const answered = (_: unknown, { name, value }: { name: string; value: unknown }) =>
      hear.current(name, typeof value === 'number' ? value : null)
    model.onValueChanged.add(answered)
    return () => {
      model.onValueChanged.remove(answered)
    }
  }, [model])

  return {
    ...asked,
    model,
    arrangement,
    press: (digit) => press(model, arrangement, typed, String(digit)),
    answer: (name, value) => choose(model.getQuestionByName(name), value),
  }
}

/** The answer may bring a question to the page, and the next key may come before the next frame. */
const choose = (question: Question, value: number | null) =>
  flushSync(() => {
    if (value === null) question.clearValue()
    else question.value = value
  })

function press(
  model: Model,
  arrangement: SurveyRequest['arrangement'],
  typed: { current: { question: string; digits: string } },
  digit: string,
): void {
  const question = arrangement === 'oneByOne' ? model.currentSingleQuestion : focusedQuestion(model)
  if (!question) return
  const earlier = typed.current.question === question.name ? typed.current.digits : ''
  typed.current = { question: '', digits: '' }
  const codes = codesOf(question)
  const longer = typedCode(codes, earlier + digit)
  if (longer.kind === 'none' && earlier !== '' && arrangement === 'list') {
    // What was typed before stands, and this digit is the next question's.
    focusAfter(model, question)
    press(model, arrangement, typed, digit)
    return
  }
  const digits = longer.kind === 'none' ? digit : earlier + digit
  const meant = longer.kind === 'none' ? typedCode(codes, digit) : longer
  if (meant.kind === 'none') return
  if (meant.kind === 'begun' || meant.open) typed.current = { question: question.name, digits }
  if (meant.kind === 'begun') return
  choose(question, meant.value)
  if (arrangement === 'list' && !meant.open) focusAfter(model, question)
}

const codesOf = (question: Question): number[] =>
  question.visibleChoices.flatMap(({ value }: { value: unknown }) =>
    typeof value === 'number' ? [value] : [],
  )

const onShow = (question: Question, index: number, { length }: Question[]): QuestionOnShow => ({
  name: question.name,
  number: index + 1,
  of: length,
  text: question.processedTitle,
  choices: question.visibleChoices.map(({ value, text }: { value: number; text: string }) => ({
    code: value,
    text,
  })),
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
