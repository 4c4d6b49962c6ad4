import type { Refusal } from './outcome.ts'

const maxRefusals = 200

/** The first 200, and MORE_FAULTS for the rest: a file with thousands of faults is not mended fault by fault. */
export const shortened = (refusals: readonly Refusal[]): Refusal[] =>
  refusals.length <= maxRefusals
    ? [...refusals]
    : [
        ...refusals.slice(0, maxRefusals),
        { code: 'MORE_FAULTS', detail: { count: refusals.length - maxRefusals } },
      ]
