import { type Way, ways } from './ways.ts'

/** Instruments of a battery that are entered after this one; handed from page to page in the address's state. */
export interface Waiting {
  way: Way
  instruments: string[]
}

/** What a page was handed; nothing waits where it was opened otherwise. */
export function waitingIn(state: unknown): Waiting | null {
  if (typeof state !== 'object' || state === null || !('way' in state) || !('instruments' in state))
    return null
  const way = ways.find((one) => one === state.way)
  const { instruments } = state
  if (way === undefined || !Array.isArray(instruments) || instruments.length === 0) return null
  return { way, instruments: instruments.filter((one) => typeof one === 'string') }
}
