import { z } from 'zod'
import {
  acceptedStep,
  actionStates,
  approvedStep,
  closedStep,
  consultedStep,
  declinedStep,
  escalatedStep,
  followedUpStep,
  handedOverStep,
  levelSetStep,
  taken,
  toldSchema,
} from '../records/care-steps.ts'
import { stateAfter } from '../records/course.ts'
import type { RecordKind } from '../records/record.ts'
import { idSchema, instantSchema, noteSchema } from '../records/values.ts'
import { crisisCourse } from './crisis-course.ts'

/** Yes, no, or not to be found out; with what was said. */
const foundSchema = z.strictObject({ answer: z.enum(['yes', 'no', 'unknown']), said: noteSchema })

/** What a talk about suicide looks into, each by itself; `recentAttempt`: within three months, whatever went before. */
export const crisisQuestions = [
  'ideation',
  'plan',
  'intent',
  'means',
  'time',
  'history',
  'recentAttempt',
  'protection',
] as const

export const crisisActionKinds = [
  'stayedWith',
  'meansMadeSafe',
  'safetyPlan',
  'familyInformed',
  'ambulance120',
  'police110',
  'hospital',
  'other',
] as const

/** One thing that happened in an episode; never rewritten. */
export const crisisStepSchema = z.discriminatedUnion('kind', [
  /** The client was asked directly in the same visit; with `notAsked`, why not. */
  z.strictObject({
    kind: z.literal('interviewed'),
    ...taken,
    asked: z.enum(['confirmed', 'denied', 'notAsked']),
    said: noteSchema.min(5),
  }),
  z.strictObject({
    kind: z.literal('explored'),
    ...taken,
    found: z.record(z.enum(crisisQuestions), foundSchema),
  }),
  levelSetStep,
  consultedStep,
  /** The same `action` number goes from one to the next. */
  z.strictObject({
    kind: z.literal('acted'),
    ...taken,
    action: z.int().min(1).max(100),
    what: z.enum(crisisActionKinds),
    state: z.enum(actionStates),
    note: noteSchema,
  }),
  handedOverStep,
  acceptedStep,
  declinedStep,
  followedUpStep,
  /** One more than the room's list asks for, so many hours after what the others count from; it is owed as they are. */
  z.strictObject({
    kind: z.literal('followUpAdded'),
    ...taken,
    afterHours: z.int().min(1).max(8784),
    because: toldSchema,
  }),
  escalatedStep,
  approvedStep,
  closedStep,
])
export type CrisisStep = z.infer<typeof crisisStepSchema>

/** From a sign of danger until the client is safe and somebody has said so. */
export const crisisEpisodeSchema = z
  .strictObject({
    clientId: idSchema,
    openedBy: idSchema,
    openedAt: instantSchema,
    from: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('alert'), alertId: idSchema }),
      z.strictObject({ kind: z.literal('call'), callId: idSchema }),
      z.strictObject({ kind: z.literal('followUp'), followUpId: idSchema }),
      z.strictObject({ kind: z.literal('observed'), note: noteSchema.min(5) }),
    ]),
    steps: z.array(crisisStepSchema).max(500),
  })
  .refine(({ steps }) => stateAfter(crisisCourse, steps) !== null, { path: ['steps'] })
export type CrisisEpisode = z.infer<typeof crisisEpisodeSchema>

export const crisisEpisodeKind: RecordKind<CrisisEpisode> = {
  table: 'crisisEpisodes',
  domain: 'case',
  version: 1,
  schema: crisisEpisodeSchema,
  clientOf: (episode) => episode.clientId,
  appends: ['steps'],
}
