import type { CrisisAction } from '../../casework/crisis/crisis-actions.ts'
import type { CrisisStepKind } from '../../casework/crisis/crisis-course.ts'
import type { CrisisStep } from '../../casework/crisis/crisis-episode.ts'
import type { ApprovalWay } from '../../casework/crisis/crisis-open-steps.ts'
import type { CrisisStepEntry } from '../../room/contract/crisis.ts'
import { type DayAndTime, instantOf } from '../ui/day-and-time.ts'

const hour = 3_600_000

type StepOf<Kind extends CrisisStepKind> = Extract<CrisisStep, { kind: Kind }>

/** What can be filled in for a step; each kind asks for some of it. */
export interface StepFields
  extends Pick<StepOf<'interviewed'>, 'asked' | 'said'>,
    Pick<StepOf<'explored'>, 'found'>,
    Pick<StepOf<'levelSet'>, 'level' | 'because'>,
    Pick<StepOf<'consulted'>, 'advice'>,
    Pick<StepOf<'acted'>, 'what' | 'state' | 'note'>,
    Pick<StepOf<'handedOver'>, 'to'>,
    Pick<StepOf<'followedUp'>, 'afterHours' | 'reached' | 'askedAgain'>,
    DayAndTime {
  /** The supervisor who was asked outside; the day is when they were. */
  name: string
}

/** What an action that stands so comes to next; null when it has come to its end. */
export const nextState = (state: CrisisAction['state']): 'done' | 'verified' | null =>
  state === 'intended' ? 'done' : state === 'done' ? 'verified' : null

/**
 * The step that these fields enter. `known` is an action that goes on; of a new one, `actions` is how many there were. `begun`:
 * the moment from which the follow-ups are counted.
 */
export function stepEntry(
  kind: CrisisStepKind,
  fields: StepFields,
  {
    approval,
    actions,
    known,
    begun,
  }: { approval: ApprovalWay; actions: number; known: CrisisAction | null; begun: number },
): CrisisStepEntry {
  const { name, day, note, because } = fields
  switch (kind) {
    case 'interviewed':
      return { kind, asked: fields.asked, said: fields.said }
    case 'explored':
      return { kind, found: fields.found }
    case 'levelSet':
      return { kind, level: fields.level, because }
    case 'consulted':
      return {
        kind,
        whom: approval === 'here' ? { kind: 'here' } : { kind: 'outside', name, day },
        advice: fields.advice,
      }
    case 'acted':
      return known === null
        ? { kind, action: actions + 1, what: fields.what, state: fields.state, note }
        : { kind, action: known.action, what: known.what, state: nextState(known.state) ?? known.state, note }
    case 'handedOver':
      return { kind, to: fields.to, note }
    case 'accepted':
      return { kind }
    case 'followedUp':
      return {
        kind,
        afterHours: fields.afterHours,
        reached: fields.reached,
        askedAgain: fields.reached ? fields.askedAgain : 'notAsked',
        note,
      }
    case 'followUpAdded': {
      const due = Date.parse(instantOf(fields) ?? '')
      return { kind, afterHours: Math.round((due - begun) / hour), because }
    }
    case 'approved':
      return { kind, whom: approval === 'here' ? { kind: 'here' } : { kind: 'outside', name, day }, note }
    case 'declined':
    case 'escalated':
    case 'closed':
      return { kind, because }
  }
}
