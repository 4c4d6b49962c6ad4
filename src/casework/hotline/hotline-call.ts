import { z } from 'zod'
import { responseLevelSchema } from '../crisis/response-level.ts'
import { ageBands } from '../records/age.ts'
import { actionStates } from '../records/care-steps.ts'
import { stateAfter } from '../records/course.ts'
import type { RecordKind } from '../records/record.ts'
import { idSchema, instantSchema, noteSchema, sexSchema } from '../records/values.ts'
import { callAnswersSchema } from './call-answers.ts'
import { callCourse } from './call-course.ts'
import { leavableFields } from './call-fields.ts'
import { actionKinds, callStepSchema } from './call-step.ts'
import { callTypes, specialCallKinds } from './call-types.ts'
import { sixStepsSchema } from './six-steps.ts'

const strengthSchema = z.number().int().min(0).max(100)

export const callChannels = ['incoming', 'callBack', 'message'] as const
export const callTopics = [
  'family',
  'relationship',
  'study',
  'work',
  'money',
  'illness',
  'grief',
  'violence',
  'substance',
  'mood',
  'sleep',
  'suicide',
  'information',
  'other',
] as const
export const dispositions = [
  'calmerEndedTogether',
  'handedOver',
  'linkedToHelp',
  'callerHungUp',
  'other',
] as const

/** Whether present danger was asked about: every call must say, and if not asked, why. */
export const dangerEnquirySchema = z.discriminatedUnion('asked', [
  z.strictObject({ asked: z.literal('yes'), answer: z.enum(['none', 'thoughts', 'plan', 'acting']) }),
  z.strictObject({ asked: z.literal('no'), why: noteSchema.min(2) }),
])
export type DangerEnquiry = z.infer<typeof dangerEnquirySchema>

/** Something done for the caller, as calls kept it before each action had a step of its own. */
export const callActionSchema = z.strictObject({
  kind: z.enum(actionKinds),
  state: z.enum(actionStates),
  at: instantSchema,
  note: noteSchema,
})
export type CallAction = z.infer<typeof callActionSchema>

/** What came of calling back or checking. */
export const callFollowUpSchema = z.strictObject({
  doneBy: idSchema,
  doneAt: instantSchema,
  entry: noteSchema.min(2),
})
export type CallFollowUp = z.infer<typeof callFollowUpSchema>

/** One call to the hope hotline. Callers may stay anonymous: nothing about the person is required. */
export const hotlineCallSchema = z
  .strictObject({
    startedAt: instantSchema,
    /** Null while the call goes on. */
    endedAt: instantSchema.nullable(),
    worker: idSchema,
    callerRole: z.enum(['self', 'thirdParty', 'unknown']),
    alias: z.string().trim().max(60),
    sex: sexSchema.nullable(),
    ageBand: z.enum(ageBands).nullable(),
    callType: z.enum(callTypes),
    specialKind: z.enum(specialCallKinds).nullable(),
    concern: noteSchema,
    danger: dangerEnquirySchema.nullable(),
    /** Strength of suicidal thoughts, hopelessness: 0–100 as the caller put it; null when not said. */
    ideation: strengthSchema.nullable(),
    hopelessness: strengthSchema.nullable(),
    responseLevel: responseLevelSchema.nullable(),
    actions: z.array(callActionSchema).max(100),
    disposition: z.enum(dispositions).nullable(),
    /** When somebody has to call back or check; null when nothing was agreed. */
    followUpDue: instantSchema.nullable(),
    /** Null until the follow-up was done; entered after the call, when nothing else changes any more. */
    followUp: callFollowUpSchema.nullable(),
    /** This and what follows is left out in calls from before it was asked. */
    channel: z.exactOptional(z.enum(callChannels)),
    /** The number it goes by, as staff read it out. */
    number: z.exactOptional(z.string().regex(/^R\d{4}-\d{4,8}$/)),
    seat: z.exactOptional(z.int().min(1).max(20)),
    area: z.exactOptional(z.string().trim().max(100)),
    topics: z.exactOptional(z.array(z.enum(callTopics)).max(callTopics.length)),
    distress: z.exactOptional(strengthSchema.nullable()),
    answers: z.exactOptional(callAnswersSchema),
    /** Why the level is another than was suggested. */
    levelBecause: z.exactOptional(noteSchema),
    /** Why something the form wants was not asked, by name of the field. */
    leftOut: z.exactOptional(z.partialRecord(z.enum(leavableFields), noteSchema)),
    sixSteps: z.exactOptional(sixStepsSchema),
    /** Everything that was done in the call and after it, oldest first. */
    steps: z.exactOptional(z.array(callStepSchema).max(500)),
  })
  .refine(
    ({ steps, endedAt }) =>
      steps === undefined ||
      (stateAfter(callCourse, steps) !== null &&
        (endedAt !== null) === steps.some(({ kind }) => kind === 'ended')),
    { path: ['steps'] },
  )
export type HotlineCall = z.infer<typeof hotlineCallSchema>

export const hotlineCallKind: RecordKind<HotlineCall> = {
  table: 'hotlineCalls',
  domain: 'hotline',
  version: 1,
  schema: hotlineCallSchema,
  clientOf: () => null,
  changeable: changeableInCall,
  appends: ['steps'],
}

const fixedFromTheStart: readonly string[] = ['startedAt', 'worker', 'followUp', 'steps']

/** Once a call has ended, nothing of it changes any more: steps are added, and to calls from before there were steps their follow-up, once. */
function changeableInCall(call: HotlineCall): readonly string[] {
  if (call.endedAt !== null) return call.followUp === null ? ['followUp'] : []
  // Where actions are steps, nothing is kept in the list that was used before.
  const fixed = call.steps === undefined ? fixedFromTheStart : [...fixedFromTheStart, 'actions']
  return Object.keys(hotlineCallSchema.shape).filter((field) => !fixed.includes(field))
}
