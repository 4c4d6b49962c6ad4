import { type CallQuestion, callQuestions } from './call-answers.ts'

/** What stands in a call besides the answers to its questions. */
const ownFields = [
  'channel',
  'callerRole',
  'alias',
  'sex',
  'ageBand',
  'area',
  'topics',
  'specialKind',
  'concern',
  'danger',
  'ideation',
  'hopelessness',
  'distress',
  'responseLevel',
  'disposition',
  'followUpDue',
] as const

export const callQuestionNames = Object.keys(callQuestions) as [CallQuestion, ...CallQuestion[]]

/** Every field a form can have. */
export const callFields = [...ownFields, ...callQuestionNames] as const
export type CallField = (typeof callFields)[number]

/** Without these no call ends; of danger it is said in its own place why it was not asked. */
export const requiredFields = ['danger', 'responseLevel', 'disposition'] as const satisfies CallField[]

/** What may be left out with a reason, where a form wants it. */
export const leavableFields = [
  'channel',
  'callerRole',
  'alias',
  'sex',
  'ageBand',
  'area',
  'topics',
  'concern',
  'ideation',
  'hopelessness',
  'distress',
  ...callQuestionNames,
] as const satisfies CallField[]
