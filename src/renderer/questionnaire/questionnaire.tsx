import { useLayoutEffect, useRef } from 'react'
import { SvgRegistry } from 'survey-core'
import { Survey } from 'survey-react-ui'
import type { Questions } from './use-questions.ts'
import 'survey-core/survey-core.fontless.css'
import './questionnaire.css'
import './plain-questions.css'

// None of its icons is shown, and one of them carries an inline style, which the content policy refuses.
SvgRegistry.icons = {}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.matches('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]')

/** The questions as SurveyJS draws them. Number keys choose an answer, wherever the focus is. */
export function Questionnaire({
  questions,
}: {
  questions: Pick<Questions, 'model' | 'arrangement' | 'press'>
}) {
  const press = useRef(questions.press)
  press.current = questions.press

  useLayoutEffect(() => {
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
