import type { FollowUpIntervals } from '../follow-ups/follow-up-intervals.ts'
import type { CrisisEpisode, CrisisStep } from './crisis-episode.ts'

const hour = 3_600_000

/** The moment so many hours after another. */
export const hoursAfter = (at: string, hours: number): string =>
  new Date(Date.parse(at) + hours * hour).toISOString()

type StepOf<Kind extends CrisisStep['kind']> = Extract<CrisisStep, { kind: Kind }>

/** An episode's steps of one kind, oldest first. */
export const stepsOf = <Kind extends CrisisStep['kind']>(
  steps: readonly CrisisStep[],
  kind: Kind,
): StepOf<Kind>[] => steps.filter((step): step is StepOf<Kind> => step.kind === kind)

/** One of the follow-ups of an episode, with the moments from which it may be done, is due, and was missed. */
export interface CrisisFollowUp {
  afterHours: number
  from: string
  due: string
  missed: string
  /** The client was reached and asked again. `passedOver`: not then, but at a later one. */
  state: 'left' | 'done' | 'passedOver'
}

/** Whether a follow-up looked after the client: who was not reached, or not asked, is tried again. */
export const lookedAfter = ({
  reached,
  askedAgain,
}: Pick<StepOf<'followedUp'>, 'reached' | 'askedAgain'>): boolean => reached && askedAgain !== 'notAsked'

/** Hours before and after the moment it is due in which one that somebody added may be done. */
const around = 12

/**
 * The follow-ups an episode asks for: those of the room's list, and those added to it since. They count from the talk in which the danger was last confirmed, from the beginning
 * where there was none, so that a crisis that comes back has all of them again.
 */
export function crisisFollowUps(
  { openedAt, steps }: Pick<CrisisEpisode, 'openedAt' | 'steps'>,
  { followUps }: Pick<FollowUpIntervals['crisis'], 'followUps'>,
): CrisisFollowUp[] {
  const confirmed = steps.findLastIndex((step) => step.kind === 'interviewed' && step.asked === 'confirmed')
  const begun = steps[confirmed]?.at ?? openedAt
  const current = steps.slice(confirmed + 1)
  const since = stepsOf(current, 'followedUp').filter(lookedAfter)
  const added = stepsOf(current, 'followUpAdded').map(({ afterHours: due }) => ({
    from: due - around,
    due,
    missed: due + around,
  }))
  const asked = [...followUps, ...added].toSorted((a, b) => a.due - b.due)
  const done = (afterHours: number): boolean => since.some((step) => step.afterHours === afterHours)
  const last = asked.findLastIndex(({ due }) => done(due))
  return asked.map(({ from, due, missed }, place) => ({
    afterHours: due,
    from: hoursAfter(begun, from),
    due: hoursAfter(begun, due),
    missed: hoursAfter(begun, missed),
    state: done(due) ? 'done' : place < last ? 'passedOver' : 'left',
  }))
}

/** How late a follow-up that is left is at a moment; null when it is not yet to be done, or need not be any more. */
export function lateness(
  { state, from, due, missed }: CrisisFollowUp,
  now: string,
): 'open' | 'overdue' | 'missed' | null {
  const at = Date.parse(now)
  if (state !== 'left' || at < Date.parse(from)) return null
  if (at < Date.parse(due)) return 'open'
  return at < Date.parse(missed) ? 'overdue' : 'missed'
}
