import { useEffect, useRef } from 'react'

/** Buttons, links and fields to type in have an Enter of their own. */
const takesEnter = 'a, button, input:not([type=radio]), textarea, select'

/** Runs `act` on Enter wherever the focus is, unless what has the focus takes the key itself. */
export function useEnter(act: () => void, active: boolean): void {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    if (!active) return
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.repeat) return
      if (event.target instanceof Element && event.target.matches(takesEnter)) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [active])
}
