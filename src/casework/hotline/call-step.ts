import { z } from 'zod'
import { disclosureSchema } from '../disclosures/disclosure.ts'
import { chainSchema } from '../follow-ups/follow-up-intervals.ts'
import {
  acceptedStep,
  actionStates,
  approvalSchema,
  approvedStep,
  consultedStep,
  declinedStep,
  escalatedStep,
  followedUpStep,
  handedOverStep,
  levelSetStep,
  taken,
  toldSchema,
} from '../records/care-steps.ts'
import { idSchema, nameSchema, noteSchema } from '../records/values.ts'

export const actionKinds = [
  'stayedOnLine',
  'meansMadeSafe',
  'familyInformed',
  'ambulance120',
  'police110',
  'supervisorInformed',
  'referred',
  'other',
  'fire119',
  'hospital',
  'community',
] as const

/** Who was reached outside and what came of it; `emergency`: without the caller agreeing, to save a life. */
export const linkageSchema = z.strictObject({
  person: nameSchema,
  result: toldSchema,
  ground: z.enum(['callerAgreed', 'emergency']),
})

const competenceMarks = ['met', 'partly', 'notMet', 'notApplicable'] as const

/** What was told about a caller to somebody outside; as a disclosure has it, without a file it belongs to. */
const callDisclosureSchema = disclosureSchema.pick({ recipient: true, purpose: true }).extend({
  basis: z.enum(['savingLife', 'minorHarm', 'domesticViolence']),
  fields: disclosureSchema.shape.fields.unwrap(),
  authorised: disclosureSchema.shape.authorised.unwrap(),
  clientTold: disclosureSchema.shape.clientTold.unwrap(),
  moreBecause: disclosureSchema.shape.moreBecause,
})

/** One thing that happened in or after a call; never rewritten. */
export const callStepSchema = z.discriminatedUnion('kind', [
  /** A second worker helps from another seat. */
  z.strictObject({ kind: z.literal('joined'), ...taken }),
  /** With the follow-ups that are due from then on. */
  z.strictObject({ kind: z.literal('ended'), ...taken, followUps: chainSchema }),
  /** The same `action` number goes from one state to the next. */
  z.strictObject({
    kind: z.literal('acted'),
    ...taken,
    action: z.int().min(1).max(100),
    what: z.enum(actionKinds),
    state: z.enum(actionStates),
    note: noteSchema,
    linkage: z.exactOptional(linkageSchema),
  }),
  levelSetStep,
  consultedStep,
  /** The emergency disclosure record of a call. */
  z.strictObject({ kind: z.literal('disclosed'), ...taken, told: callDisclosureSchema }),
  /** The follow-ups that are due from the end of the call on, in the place of those before. */
  z.strictObject({
    kind: z.literal('planned'),
    ...taken,
    followUps: chainSchema,
    because: toldSchema,
  }),
  followedUpStep,
  handedOverStep,
  acceptedStep,
  declinedStep,
  escalatedStep,
  approvedStep,
  /** What was forgotten, or came to light later: the record of the call itself stays as it was. */
  z.strictObject({ kind: z.literal('added'), ...taken, note: toldSchema }),
  /** Sent on to whoever keeps files. */
  z.strictObject({ kind: z.literal('transferred'), ...taken, transfer: idSchema }),
  /** Whoever keeps files follows the danger up in a crisis episode of the caller's. */
  z.strictObject({ kind: z.literal('carriedOn'), ...taken, transfer: idSchema, episode: idSchema }),
  z.strictObject({
    kind: z.literal('reviewed'),
    ...taken,
    whom: approvalSchema,
    checklist: z.string().min(1).max(80),
    points: z
      .array(
        z.strictObject({ point: z.string().min(1).max(40), mark: z.enum(competenceMarks), note: noteSchema }),
      )
      .min(1)
      .max(40),
    advice: toldSchema,
  }),
  /** Without a word where nothing was left to do as it ended. */
  z.strictObject({ kind: z.literal('closed'), ...taken, because: z.exactOptional(toldSchema) }),
  z.strictObject({ kind: z.literal('reopened'), ...taken, because: toldSchema }),
])
export type CallStep = z.infer<typeof callStepSchema>
type CallStepOf<Kind extends CallStep['kind']> = Extract<CallStep, { kind: Kind }>

/** A call's steps of one kind, oldest first. */
export const callStepsOf = <Kind extends CallStep['kind']>(
  steps: readonly CallStep[],
  kind: Kind,
): CallStepOf<Kind>[] => steps.filter((step): step is CallStepOf<Kind> => step.kind === kind)
