import type { KeyboardEvent } from 'react'

/** The arrow keys go from row to row of a table: to the link in it. */
export function goToNextRow(event: KeyboardEvent<HTMLElement>): void {
  const { key, currentTarget: row } = event
  const next =
    key === 'ArrowDown' ? row.nextElementSibling : key === 'ArrowUp' ? row.previousElementSibling : null
  if (next === null) return
  event.preventDefault()
  next.querySelector('a')?.focus()
}
