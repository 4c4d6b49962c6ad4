import { useLayoutEffect, useReducer } from 'react'
import type { Model, Question } from 'survey-core'

/** What a model asks as things stand, drawn anew after every answer and every move. */
export interface AskedQuestions<Shown> {
  /** In order. */
  asked: Shown[]
  /** The question shown alone; the first one in a list. */
  current: Shown | undefined
  /** Shows the question before or after the current one alone; does nothing at either end. */
  move: (by: -1 | 1) => void
}

/** `show` says what is known of one question, from its place among those asked, counted from 0, and all of these. */
export function useAskedQuestions<Shown extends { name: string }>(
  model: Model,
  show: (question: Question, place: number, all: Question[]) => Shown,
): AskedQuestions<Shown> {
  const [, redraw] = useReducer((round: number) => round + 1, 0)

  useLayoutEffect(() => {
    model.onValueChanged.add(redraw)
    model.onCurrentPageChanged.add(redraw)
    return () => {
      model.onValueChanged.remove(redraw)
      model.onCurrentPageChanged.remove(redraw)
    }
  }, [model])

  const questions = model.getAllQuestions(true)
  const asked = questions.map(show)
  return {
    asked,
    current: asked.find(({ name }) => name === model.currentSingleQuestion?.name) ?? asked[0],
    move: (by) => {
      const all = model.getAllQuestions(true)
      const next = all[all.indexOf(model.currentSingleQuestion) + by]
      if (next) model.currentSingleQuestion = next
    },
  }
}
