import { z } from 'zod'
import { ageBands } from './age.ts'
import type { RecordKind } from './record.ts'
import { responseLevelSchema } from './response-level.ts'
import { idSchema, instantSchema, noteSchema, sexSchema } from './values.ts'

const strengthSchema = z.number().int().min(0).max(100)

export const callTypes = ['general', 'suicideRisk', 'special'] as const
export const specialCallKinds = [
  'silent',
  'repeated',
  'harassing',
  'thirdParty',
  'minor',
  'psychoticExperience',
] as const
export const actionKinds = [
  'stayedOnLine',
  'meansMadeSafe',
  'familyInformed',
  'ambulance120',
  'police110',
  'supervisorInformed',
  'referred',
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

/** Something done for the caller. `intended` is not `done`, and `done` is not yet `verified`. */
export const callActionSchema = z.strictObject({
  kind: z.enum(actionKinds),
  state: z.enum(['intended', 'done', 'verified']),
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
export const hotlineCallSchema = z.strictObject({
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
})
export type HotlineCall = z.infer<typeof hotlineCallSchema>

export const hotlineCallKind: RecordKind<HotlineCall> = {
  table: 'hotlineCalls',
  domain: 'hotline',
  version: 1,
  schema: hotlineCallSchema,
  clientOf: () => null,
  changeable: changeableInCall,
}

const fixedFromTheStart: readonly string[] = ['startedAt', 'worker', 'followUp']

/** Once a call has ended, only its follow-up is entered, once. */
function changeableInCall(call: HotlineCall): readonly string[] {
  if (call.endedAt !== null) return call.followUp === null ? ['followUp'] : []
  return Object.keys(call).filter((field) => !fixedFromTheStart.includes(field))
}
