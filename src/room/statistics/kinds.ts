import type { Fact, FactKind } from '../../statistics/fact.ts'
import type { StatisticsQuery } from '../contract/statistics.ts'

type Unit = StatisticsQuery['unit']

/** Whose facts of a kind are: of a client with a file, of a member of staff, or of nobody who is counted as a person. */
const persons: Partial<Record<FactKind, 'staff' | 'nobody'>> = {
  training: 'staff',
  supervision: 'staff',
  staff: 'staff',
  groupMeeting: 'nobody',
  call: 'nobody',
  callDanger: 'nobody',
  callLength: 'nobody',
  callTime: 'nobody',
  callFollowUp: 'nobody',
  activity: 'nobody',
  duty: 'nobody',
}

/** Whose amounts say something: minutes, heads, quarters of an hour, how many were reached. */
const withAmount: readonly FactKind[] = [
  'session',
  'groupMeeting',
  'groupAttendance',
  'call',
  'activity',
  'training',
  'supervision',
]

export const isOfClients = (kind: FactKind): boolean => persons[kind] === undefined

/** What can be counted of a kind. */
export const unitsOf = (kind: FactKind): Unit[] => [
  'record',
  ...(persons[kind] === 'nobody' ? [] : (['person'] as const)),
  ...(withAmount.includes(kind) ? (['amount'] as const) : []),
]

/** An activity leaves one fact for each thing that is counted of it; of these the first stands for the activity itself. */
const standsFor = 'activities'

/** The rows a table of this kind may have. Audience and leaflets are no two parts of one number, so they are told apart. */
export const rowsOf = ({ kind, unit }: Pick<StatisticsQuery, 'kind' | 'unit'>): StatisticsQuery['rows'][] => {
  if (kind === 'activity') return unit === 'amount' ? ['detail'] : ['category']
  if (persons[kind] === 'staff') return ['category', 'detail']
  if (persons[kind] === 'nobody') return ['category', 'detail', 'sex', 'ageBand']
  return ['category', 'detail', 'sex', 'ageBand', 'place', 'tier']
}

/** Whether the rows of a table are parts of one number. */
export const addsUp = ({ kind, unit }: Pick<StatisticsQuery, 'kind' | 'unit'>): boolean =>
  kind !== 'activity' || unit !== 'amount'

/** How much a fact counts for; null for one that is no record of its own. */
export const weightOf = (
  { kind, unit }: Pick<StatisticsQuery, 'kind' | 'unit'>,
  fact: Fact,
): number | null => {
  if (kind === 'activity' && unit !== 'amount') return fact.detail === standsFor ? fact.amount : null
  return unit === 'amount' ? fact.amount : 1
}
