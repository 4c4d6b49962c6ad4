import { useSyncExternalStore } from 'react'

/** How light this machine's screen is: bright for the day, dark for the hotline at night. */
export type Shade = 'light' | 'dark'

const keptAs = 'anxin-shade'
const listeners = new Set<() => void>()

const keptShade = (): Shade => (localStorage.getItem(keptAs) === 'dark' ? 'dark' : 'light')

const show = (): void => {
  document.documentElement.dataset.shade = keptShade()
}

const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Shows the shade that was chosen on this machine, before the first screen is drawn; windows of one machine go together. */
export function setupShade(): void {
  show()
  addEventListener('storage', ({ key }) => {
    if (key !== keptAs) return
    show()
    for (const listener of listeners) listener()
  })
}

/** The shade on screen, and how to change it; it is kept for this machine, whoever signs in. */
export function useShade(): [Shade, (shade: Shade) => void] {
  const shade = useSyncExternalStore(listen, keptShade)
  const change = (next: Shade) => {
    localStorage.setItem(keptAs, next)
    show()
    for (const listener of listeners) listener()
  }
  return [shade, change]
}
