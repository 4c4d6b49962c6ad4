import { z } from 'zod'
import { actionStates } from '../records/care-steps.ts'
import type { RecordKind } from '../records/record.ts'
import { idSchema, instantSchema, noteSchema } from '../records/values.ts'
import { callAnswersSchema } from './call-answers.ts'
import { callFields, callQuestionNames } from './call-fields.ts'
import { linkageSchema } from './call-step.ts'
import { emergencyParts, partOf, type TransferPart, transferParts } from './call-transfer-parts.ts'
import { hotlineCallSchema } from './hotline-call.ts'

const { shape } = hotlineCallSchema

const movedActionSchema = z.strictObject({
  what: z.string().min(1).max(40),
  state: z.enum(actionStates),
  at: instantSchema,
  note: noteSchema,
  linkage: z.exactOptional(linkageSchema),
})

/** What moved: fields of the call as they stood, its answers, and what was done. Left out: not agreed, or not said. */
export const movedSchema = z.strictObject({
  alias: z.exactOptional(shape.alias),
  sex: z.exactOptional(shape.sex.unwrap()),
  ageBand: z.exactOptional(shape.ageBand.unwrap()),
  callerRole: z.exactOptional(shape.callerRole),
  area: shape.area,
  topics: shape.topics,
  concern: z.exactOptional(shape.concern),
  danger: z.exactOptional(shape.danger.unwrap()),
  ideation: z.exactOptional(shape.ideation.unwrap()),
  hopelessness: z.exactOptional(shape.hopelessness.unwrap()),
  distress: z.exactOptional(shape.ideation.unwrap()),
  responseLevel: z.exactOptional(shape.responseLevel.unwrap()),
  disposition: z.exactOptional(shape.disposition.unwrap()),
  answers: z.exactOptional(callAnswersSchema),
  actions: z.exactOptional(z.array(movedActionSchema).max(200)),
  /** The number to call back on, where that was agreed. */
  number: z.exactOptional(z.string().trim().min(3).max(40)),
})
export type Moved = z.infer<typeof movedSchema>

/** The parts that what moved belongs to. */
export function partsIn({ answers, actions, number, ...fields }: Moved): TransferPart[] {
  const names = [...Object.keys(fields), ...Object.keys(answers ?? {})]
  const parts = new Set<TransferPart | null>(
    callFields.filter((field) => names.includes(field)).map((field) => partOf[field]),
  )
  if (actions !== undefined) parts.add('help')
  if (number !== undefined) parts.add('number')
  return transferParts.filter((part) => parts.has(part))
}

const partsSchema = z
  .array(z.enum(transferParts))
  .min(1)
  .refine((all) => new Set(all).size === all.length)

/** On what ground a call moves: what the caller agreed to, in their words, or an emergency (PIPL art. 13(4)) and why. */
export const transferGroundSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('agreed'), parts: partsSchema, said: noteSchema.min(2) }),
  z.strictObject({
    kind: z.literal('emergency'),
    parts: partsSchema.refine((all) => all.every((part) => emergencyParts.includes(part))),
    because: noteSchema.min(5),
  }),
])
export type TransferGround = z.infer<typeof transferGroundSchema>

/** A call on its way into a file: sealed for those who keep files by somebody who may not be able to read it any more. */
export const callTransferSchema = z
  .strictObject({
    callId: idSchema,
    callAt: instantSchema,
    sentBy: idSchema,
    sentAt: instantSchema,
    ground: transferGroundSchema,
    moved: movedSchema,
    /** Null until somebody put it into a file, or says why it belongs in none. */
    answer: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('taken'), by: idSchema, at: instantSchema, clientId: idSchema }),
        z.strictObject({
          kind: z.literal('declined'),
          by: idSchema,
          at: instantSchema,
          because: noteSchema.min(2),
        }),
      ])
      .nullable(),
  })
  .refine(
    ({ ground, moved }) =>
      partsIn(moved).every((part) => ground.parts.includes(part)) &&
      // What stays with a call is in no part, and never moves.
      callQuestionNames.every((name) => partOf[name] !== null || moved.answers?.[name] === undefined),
    { path: ['moved'] },
  )
export type CallTransfer = z.infer<typeof callTransferSchema>

export const callTransferKind: RecordKind<CallTransfer> = {
  table: 'callTransfers',
  domain: 'case',
  version: 1,
  schema: callTransferSchema,
  clientOf: () => null,
  goesWith: ({ answer }) => (answer?.kind === 'taken' ? answer.clientId : null),
  fromAnyRole: true,
  indexes: {
    client: ({ answer }) => (answer?.kind === 'taken' ? answer.clientId : null),
    call: ({ callId }) => callId,
  },
  changeable: ({ answer }) => (answer === null ? ['answer'] : []),
}
