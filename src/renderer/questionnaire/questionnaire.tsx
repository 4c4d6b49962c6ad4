import { useEffect, useRef } from 'react'
import { Survey } from 'survey-react-ui'
import type { Questions } from './use-questions.ts'
import 'survey-core/survey-core.fontless.css'
import './questionnaire.css'

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.matches('input:not([type=radio]), textarea, select, [contenteditable]')

/** The questions as SurveyJS draws them. Number keys choose an answer, wherever the focus is. */
export function Questionnaire({ questions }: { questions: Questions }) {
  const press = useRef(questions.press)
  press.current = questions.press

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (!/^\d$/.test(event.key)) return
      event.preventDefault()
      press.current(Number(event.key))
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])

  return (
    <div className={`questionnaire questionnaire-${questions.arrangement}`}>
      <Survey model={questions.model} />
    </div>
  )
}
