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
    <div className="choice">
      {drawing}
      <button
        type="button"
        className="choice-title"
        aria-describedby={id}
        aria-busy={busy}
        disabled={disabled}
        onClick={onChoose}
      >
        {title}
      </button>
      <p className="choice-text" id={id}>
        {text}
      </p>
    </div>
  )
}
