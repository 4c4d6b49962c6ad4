import { type RefObject, useEffect } from 'react'

/** With Alt, the letter that goes to each field: the first of its pinyin where that is free. */
export const callKeys = {
  callType: 'L',
  opening: 'K',
  callerRole: 'R',
  alias: 'C',
  topics: 'T',
  concern: 'Z',
  danger: 'W',
  ideation: 'X',
  plan: 'J',
  place: 'P',
  responseLevel: 'B',
  actions: 'A',
  disposition: 'S',
  followUpDue: 'H',
  moments: 'Y',
  rescue: 'G',
  end: 'Q',
} as const

export const keyOf = (name: string): string | null =>
  Object.entries(callKeys).find(([field]) => field === name)?.[1] ?? null

const focusable = 'input:not([disabled]), textarea, button:not([disabled]), [tabindex="0"]'

/**
 * Alt and a letter goes to the field marked with it, wherever the focus is on this page; a number alone chooses the answer at that place
 * while the focus is on one of them. By the place of a letter on the keyboard: an input method may be on.
 */
export function useCallKeys(desk: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      const key = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(event.code)?.[1]
      if (key === undefined) return
      const there = event.altKey ? fieldWith(desk.current, key) : answerAt(event.target, Number(key))
      if (there === null) return
      event.preventDefault()
      there.focus()
      if (!event.altKey) there.click()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [desk])
}

function fieldWith(desk: HTMLElement | null, key: string): HTMLElement | null {
  const place = desk?.querySelector<HTMLElement>(`[data-key="${key}"]`) ?? null
  if (place === null || place.matches(focusable)) return place
  return place.querySelector<HTMLElement>('input:checked') ?? place.querySelector<HTMLElement>(focusable)
}

function answerAt(target: EventTarget | null, place: number): HTMLElement | null {
  if (!(target instanceof HTMLInputElement) || target.type !== 'radio') return null
  const answers = target.closest('[role="radiogroup"]')?.querySelectorAll<HTMLElement>('input')
  return answers?.[place - 1] ?? null
}
