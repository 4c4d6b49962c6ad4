import type { CallField } from './call-fields.ts'

/**
 * What of a call moves into a file, in parts that a caller can be asked about one by one; with `help` also what was done. The number to call back
 * on is kept apart from calls and moves with `number`.
 */
export const transferParts = [
  'person',
  'number',
  'concern',
  'danger',
  'whereabouts',
  'others',
  'help',
] as const
export type TransferPart = (typeof transferParts)[number]

/** To save a life no more than this moves without the caller agreeing. */
export const emergencyParts: readonly TransferPart[] = [
  'person',
  'number',
  'danger',
  'whereabouts',
  'others',
  'help',
]

/** The part each field moves with; null for what says something of the call alone, and stays with it. */
export const partOf: Record<CallField, TransferPart | null> = {
  channel: null,
  opening: null,
  specialKind: null,
  followUpDue: null,
  signs: null,
  pattern: null,
  limits: null,
  alias: 'person',
  sex: 'person',
  ageBand: 'person',
  callerRole: 'others',
  topics: 'concern',
  concern: 'concern',
  danger: 'danger',
  ideation: 'danger',
  hopelessness: 'danger',
  distress: 'danger',
  plan: 'danger',
  means: 'danger',
  timeFrame: 'danger',
  history: 'danger',
  intoxication: 'danger',
  protection: 'danger',
  urging: 'danger',
  responseLevel: 'danger',
  area: 'whereabouts',
  place: 'whereabouts',
  alone: 'whereabouts',
  relation: 'others',
  personKnows: 'others',
  personReachable: 'others',
  guardian: 'others',
  harmSuspected: 'others',
  disposition: 'help',
  safetyPlan: 'help',
  callBack: 'help',
  doctor: 'help',
}
