import type { CallStep } from '../hotline/call-step.ts'

type Chain = Extract<CallStep, { kind: 'planned' }>['followUps']

const day = 24

/** The follow-ups due after these hours: with the times a crisis has for them, else from a day before until a day after, none before the one before it is due. */
export function plannedChain(hours: readonly number[], proposed: Chain): Chain {
  let before = 0
  return [...new Set(hours)]
    .toSorted((a, b) => a - b)
    .map((due) => {
      const held = proposed.find((one) => one.due === due)
      const from = Math.min(due, Math.max(before + 1, held?.from ?? due - day))
      before = due
      return { from, due, missed: held?.missed ?? due + day }
    })
}
