import { stateAfter } from '../records/course.ts'
import type { Stored } from '../records/record.ts'
import { type CaseState, caseCourse } from './case-course.ts'
import type { CaseStanding, CaseStep } from './case-standing.ts'

/** How a client's file stands: since when, the proposal to close it that holds or held last, and how often it was opened again. */
export interface CaseSituation {
  state: CaseState
  /** Null while nobody has ever proposed to close it. */
  since: string | null
  proposal: Extract<CaseStep, { kind: 'proposed' }> | null
  reopened: number
}

/** The standing that holds: of several, where files are read together, the one in which something was done last; null for none. */
export const standingThatHolds = (standings: readonly Stored<CaseStanding>[]): Stored<CaseStanding> | null =>
  standings.toSorted((a, b) => lastOf(a.value) - lastOf(b.value)).at(-1) ?? null

const lastOf = ({ steps }: CaseStanding): number => Date.parse(steps.at(-1)?.at ?? '')

/** How a file stands. Throws on steps that cannot have been taken: no stored record has them. */
export function caseSituation(standing: CaseStanding | null): CaseSituation {
  const steps = standing?.steps ?? []
  const state = stateAfter(caseCourse, steps)
  if (state === null) throw new RangeError('these steps lead nowhere')
  return {
    state,
    since: steps.at(-1)?.at ?? null,
    proposal: steps.findLast((step) => step.kind === 'proposed') ?? null,
    reopened: steps.filter(({ kind }) => kind === 'reopened').length,
  }
}
