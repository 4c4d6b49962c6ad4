import { type ReactNode, useId } from 'react'

/** One of several ways to begin: a drawing, what it is, and when to take it. */
export function Choice({
  drawing,
  title,
  text,
  busy = false,
  disabled = false,
  onChoose,
}: {
  drawing: ReactNode
  title: string
  text: string
  busy?: boolean
  disabled?: boolean
  onChoose: () => void
}) {
  const id = useId()
  return (
    <button
      type="button"
      className="choice"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      aria-busy={busy}
      disabled={disabled}
      onClick={onChoose}
    >
      {drawing}
      <span className="choice-title" id={`${id}-title`}>
        {title}
      </span>
      <span className="choice-text" id={`${id}-text`}>
        {text}
      </span>
    </button>
  )
}
