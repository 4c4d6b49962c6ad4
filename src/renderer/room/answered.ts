import type { Outcome, Refusal } from '../../instruments/outcome.ts'

/** A refusal on its way through a promise. */
class Refused extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** The value of an outcome; a refusal is thrown, so that `useQuery` shows it like any other failure. */
export async function answered<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const given = await outcome
  if (!given.ok) throw new Refused(given.refusal)
  return given.value
}

const isCode = (text: string) => /^[A-Z][A-Z0-9_]*$/.test(text)

/** What stood in the way, as a refusal; the worker's errors carry their stable code as their message. */
export function refusalOf(problem: unknown): Refusal {
  if (problem instanceof Refused) return problem.refusal
  if (!(problem instanceof Error)) return { code: 'UNEXPECTED' }
  if ('code' in problem && typeof problem.code === 'string') return { code: problem.code }
  return { code: isCode(problem.message) ? problem.message : 'UNEXPECTED' }
}
