import type { Refusal } from './outcome.ts'

const maxRefusals = 200

/** The first 200, and MORE_FAULTS for the rest: a file with thousands of faults is not mended fault by fault. Shortened again it stays. */
export const shortened = (refusals: readonly Refusal[]): Refusal[] =>
  refusals.length <= maxRefusals || refusals.at(-1)?.code === 'MORE_FAULTS'
    ? [...refusals]
    : [
        ...refusals.slice(0, maxRefusals),
        { code: 'MORE_FAULTS', detail: { count: refusals.length - maxRefusals } },
      ]
