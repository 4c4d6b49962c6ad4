import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { typedCode } from './typed-code.ts'
import type { QuestionOnShow, Questions } from './use-questions.ts'
import './digit-sheet.css'

/** One field a question for the code printed on the paper form; a whole code goes on to the next field by itself. */
export function DigitSheet({ questions: { asked, answer } }: { questions: Questions }) {
  const { t } = useTranslation('assessments')
  const list = useRef<HTMLOListElement>(null)
  const base = useId()
  /** What stands in a field and is no code, or none yet. */
  const [unread, setUnread] = useState<{ question: string; digits: string } | null>(null)

  // Digits can be typed at once, from where the entry was left.
  useLayoutEffect(() => {
    const all = [...(list.current?.querySelectorAll('input') ?? [])]
    const open = all.find(({ value }) => value === '')
    open?.focus({ preventScroll: open === all[0] })
  }, [])

  // Read from the page: an answer just given may have brought a question, or taken one away.
  const fields = () => [...(list.current?.querySelectorAll('input') ?? [])]
  const step = (from: HTMLInputElement, by: -1 | 1) => {
    const all = fields()
    const next = all[all.indexOf(from) + by]
    next?.focus()
    next?.select()
    return next
  }

  const put = (field: HTMLInputElement, name: string, digits: string) => {
    const question = asked.find((one) => one.name === name)
    if (question === undefined) return
    if (digits === '') {
      setUnread(null)
      answer(name, null)
      return
    }
    const codes = question.choices.map(({ code }) => code)
    const typed = typedCode(codes, digits)
    if (typed.kind === 'code') {
      setUnread(null)
      answer(name, typed.value)
      if (!typed.open) step(field, 1)
      return
    }
    const before = typedCode(codes, digits.slice(0, -1))
    if (typed.kind === 'none' && before.kind === 'code') {
      // The code before stands; the last digit is the next question's.
      const next = step(field, 1)
      const nextName = next?.name
      if (next !== undefined && nextName !== undefined && nextName !== '')
        put(next, nextName, digits.slice(-1))
      return
    }
    setUnread({ question: name, digits })
    answer(name, null)
  }

  const keyed = (event: KeyboardEvent<HTMLInputElement>) => {
    const field = event.currentTarget
    const by = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0 || (event.key === 'Backspace' && field.value === '')) {
      event.preventDefault()
      step(field, by === 0 ? -1 : by)
    }
  }

  return (
    <ol className="digit-sheet" ref={list}>
      {asked.map((question, index) => {
        const { name, text, choices, value } = question
        const wrong = unread?.question === name ? unread.digits : null
        const legend = `${base}-${name}`
        const says = choices.find(({ code }) => code === value)?.text
        const begun =
          wrong !== null &&
          typedCode(
            choices.map(({ code }) => code),
            wrong,
          ).kind === 'begun'
        return (
          <li key={name}>
            {!sameChoices(question, asked[index - 1]) && (
              <p className="digit-sheet-codes" id={legend}>
                {choices.map((choice) => (
                  <span key={choice.code}>
                    <strong>{choice.code}</strong> {choice.text}
                  </span>
                ))}
              </p>
            )}
            <label className="digit-sheet-row">
              {/* As on the paper, whatever is not asked of this person. */}
              <span className="digit-sheet-number">{name.slice(1)}</span>
              <span className="digit-sheet-text">{text}</span>
              <input
                name={name}
                inputMode="numeric"
                autoComplete="off"
                maxLength={4}
                value={wrong ?? value ?? ''}
                aria-invalid={wrong !== null && !begun}
                onChange={({ currentTarget }) =>
                  put(currentTarget, name, currentTarget.value.replaceAll(/\D/g, ''))
                }
                onKeyDown={keyed}
                onFocus={({ currentTarget }) => currentTarget.select()}
              />
              <span className="digit-sheet-says">
                {wrong !== null && !begun ? (
                  <span role="alert">
                    {t('paper.noSuchCode', { codes: choices.map(({ code }) => code).join(' ') })}
                  </span>
                ) : (
                  says
                )}
              </span>
            </label>
          </li>
        )
      })}
    </ol>
  )
}

const sameChoices = (one: QuestionOnShow, other: QuestionOnShow | undefined): boolean =>
  other !== undefined &&
  one.choices.length === other.choices.length &&
  one.choices.every(
    ({ code, text }, index) => other.choices[index]?.code === code && other.choices[index]?.text === text,
  )
