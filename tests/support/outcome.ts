import type { Outcome } from '../../src/instruments/outcome.ts'

/** What a command gave, or the refusal as an error. */
export const given = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return outcome.value
}

export const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'ACCEPTED' : outcome.refusal.code)
