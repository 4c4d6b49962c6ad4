import { z } from 'zod'
import { stateAfter } from '../records/course.ts'
import type { RecordKind } from '../records/record.ts'
import { idSchema, instantSchema, nameSchema, noteSchema } from '../records/values.ts'
import { referralCourse } from './referral-course.ts'

const taken = { by: idSchema, at: instantSchema }
const toldSchema = noteSchema.min(2)

/** One thing that happened in a referral; never rewritten. */
export const referralStepSchema = z.discriminatedUnion('kind', [
  /** `disclosure`: what was handed out, and on what ground. */
  z.strictObject({
    kind: z.literal('sent'),
    ...taken,
    disclosure: idSchema,
    way: z.enum(['slip', 'file', 'phone']),
  }),
  /** By a named person at the receiver's. */
  z.strictObject({ kind: z.literal('accepted'), ...taken, person: nameSchema }),
  z.strictObject({ kind: z.literal('refused'), ...taken, because: toldSchema }),
  z.strictObject({ kind: z.literal('seen'), ...taken, note: noteSchema }),
  z.strictObject({ kind: z.literal('notSeen'), ...taken, because: toldSchema }),
  /** Advice for the room, not the receiver's record. A diagnosis only as the hospital's own words. */
  z.strictObject({ kind: z.literal('feedback'), ...taken, from: nameSchema, advice: toldSchema }),
  z.strictObject({ kind: z.literal('reminded'), ...taken, note: noteSchema }),
  z.strictObject({ kind: z.literal('returned'), ...taken, next: toldSchema }),
  z.strictObject({ kind: z.literal('withdrawn'), ...taken, because: toldSchema }),
])
export type ReferralStep = z.infer<typeof referralStepSchema>

export const receiverKinds = [
  'hospital',
  'communityHealth',
  'school',
  'socialWork',
  'civilAffairs',
  'other',
] as const

/** A client sent on to somebody who can do more, until they are back. */
export const referralSchema = z
  .strictObject({
    clientId: idSchema,
    receiver: z.strictObject({
      kind: z.enum(receiverKinds),
      name: nameSchema,
      contact: z.string().trim().max(200),
    }),
    urgency: z.enum(['atOnce', 'today', 'planned']),
    /** What the receiver is asked for, and what they are told: no more than they need. */
    question: toldSchema,
    told: noteSchema,
    /** The consent to this receiver; null in an emergency. */
    consent: idSchema.nullable(),
    writtenBy: idSchema,
    writtenAt: instantSchema,
    steps: z.array(referralStepSchema).max(200),
  })
  .refine(({ steps }) => stateAfter(referralCourse, steps) !== null, { path: ['steps'] })
export type Referral = z.infer<typeof referralSchema>

export const referralKind: RecordKind<Referral> = {
  table: 'referrals',
  domain: 'case',
  version: 1,
  schema: referralSchema,
  clientOf: (referral) => referral.clientId,
  changeable: ({ steps }) =>
    steps.length === 0 ? ['receiver', 'urgency', 'question', 'told', 'consent'] : [],
  appends: ['steps'],
}
