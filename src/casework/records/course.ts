/** A course that care takes, as data: where it begins, and which steps lead from where to where. */
export interface Course<State extends string, Step extends string> {
  begins: State
  steps: Readonly<Record<Step, { from: readonly State[]; to: State | 'stays' }>>
}

/** Where a step leads to from `state`; null when it cannot be taken there. */
export const afterStep = <State extends string, Step extends string>(
  course: Course<State, Step>,
  state: State,
  step: Step,
): State | null => {
  const { from, to } = course.steps[step]
  if (!from.includes(state)) return null
  return to === 'stays' ? state : to
}

/** Where a course stands after these steps, oldest first; null when one of them could not be taken where it was. */
export const stateAfter = <State extends string, Step extends string>(
  course: Course<State, Step>,
  steps: readonly { kind: Step }[],
): State | null =>
  steps.reduce<State | null>((state, { kind }) => state && afterStep(course, state, kind), course.begins)

/** The steps that can be taken from `state`, in the order they stand in. */
export const openSteps = <State extends string, Step extends string>(
  course: Course<State, Step>,
  state: State,
): Step[] => (Object.keys(course.steps) as Step[]).filter((step) => afterStep(course, state, step) !== null)
