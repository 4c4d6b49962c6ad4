import type { RulesInForce } from '../../casework/unit/room-rules.ts'

/** Numbers that belong together: rows and columns, or one column only. */
export interface NumberGrid {
  /** Names the grid, its rows and its columns in the namespace `room-rules`. */
  key: string
  /** Where the numbers stand in the rules. */
  path: readonly string[]
  rows: readonly string[]
  /** Empty where every row is one number. */
  columns: readonly string[]
  unit: 'days' | 'hours'
  min: number
  max: number
}

const tierRows = ['priority', 'watch', 'general']
const levels = ['atOnce', 'today', 'planned']

/** The numbers of each kind of rules that a room may change. The chain of follow-ups after a crisis is not among them. */
export const numberGrids = {
  followUps: [
    {
      key: 'tiers',
      path: ['tiers'],
      rows: tierRows,
      columns: ['first', 'every', 'again'],
      unit: 'days',
      min: 1,
      max: 3660,
    },
    {
      key: 'crisis',
      path: ['crisis'],
      rows: ['interview', 'level', 'acceptance'],
      columns: [],
      unit: 'hours',
      min: 1,
      max: 8784,
    },
    {
      key: 'action',
      path: ['crisis', 'action'],
      rows: levels,
      columns: [],
      unit: 'hours',
      min: 1,
      max: 8784,
    },
    {
      key: 'safetyPlanReview',
      path: ['safetyPlanReview'],
      rows: ['inCrisis', 'otherwise'],
      columns: [],
      unit: 'days',
      min: 1,
      max: 3660,
    },
    {
      key: 'referral',
      path: ['referral'],
      rows: levels,
      columns: ['draft', 'sent', 'accepted', 'seen', 'answered'],
      unit: 'days',
      min: 1,
      max: 3660,
    },
  ],
  working: [
    {
      key: 'noteHours',
      path: [],
      rows: ['noteWithinHours'],
      columns: [],
      unit: 'hours',
      min: 1,
      max: 720,
    },
    {
      key: 'clue',
      path: [],
      rows: ['clueExpiresAfterDays', 'clueSoonDays', 'qualificationSoonDays'],
      columns: [],
      unit: 'days',
      min: 1,
      max: 730,
    },
    {
      key: 'training',
      path: [],
      rows: ['trainingHoursPerYear'],
      columns: [],
      unit: 'hours',
      min: 0,
      max: 1000,
    },
  ],
} satisfies Partial<Record<keyof RulesInForce, NumberGrid[]>>

export type NumberKind = keyof typeof numberGrids

/** The places of all numbers of a grid, row by row. */
export const placesIn = ({ path, rows, columns }: NumberGrid): string[][] =>
  rows.flatMap((row) =>
    columns.length === 0 ? [[...path, row]] : columns.map((column) => [...path, row, column]),
  )

/** What stands at a place; null where there is no number. */
export const numberAt = (rules: object, place: readonly string[]): number | null => {
  const found = place.reduce<unknown>((value, field) => Object(value)[field], rules)
  return typeof found === 'number' ? found : null
}
