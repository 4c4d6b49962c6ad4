import { z } from 'zod'
import { scoreResultSchema } from '../scoring/score-result.ts'
import type { RecordKind } from './record.ts'
import { idSchema, instantSchema, languageSchema, noteSchema } from './values.ts'

/** Who the answers are from; an informant's relation to the client is in their own words. */
export const raterSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('self') }),
  z.strictObject({ kind: z.literal('informant'), relation: z.string().trim().min(1).max(100) }),
  z.strictObject({ kind: z.literal('staff'), staffId: idSchema }),
])
export type Rater = z.infer<typeof raterSchema>

/** Whether answers are from one and the same side: those of two informants only where their relation to the client is the same. */
export const isSameSide = (a: Rater, b: Rater): boolean =>
  a.kind === 'informant' && b.kind === 'informant' ? a.relation === b.relation : a.kind === b.kind

const questionNameSchema = z.string().regex(/^q\d{1,3}$/)
/** Answers by question name, in the instrument's published coding. */
const answersSchema = z.record(questionNameSchema, z.number().int())

/** One administration of one instrument to one client. */
export const assessmentSchema = z.strictObject({
  clientId: idSchema,
  instrument: z.string().min(1).max(60),
  instrumentVersion: z.string().min(1).max(20),
  rater: raterSchema,
  language: languageSchema,
  /** `client`: on the client's own screen with the vault locked; `staff`: entered by a member of staff. */
  mode: z.enum(['client', 'staff']),
  startedAt: instantSchema,
  startedBy: idSchema,
  /** Null while the client is still answering. */
  answeredAt: instantSchema.nullable(),
  answers: answersSchema,
  /** How long each question was on the screen before its last answer, in tenths of a second; only where it was answered there. */
  pace: z.exactOptional(z.record(questionNameSchema, z.number().int().min(0).max(36_000))),
  /** How answers came from a paper form: entered once, or twice with every difference settled. */
  paper: z.exactOptional(z.enum(['once', 'twice'])),
  /** What an informant said, or a member of staff noted, in their own words. */
  remark: z.exactOptional(noteSchema),
  /** Null until answered; never recomputed afterwards. */
  result: scoreResultSchema.nullable(),
})
export type Assessment = z.infer<typeof assessmentSchema>

export const assessmentKind: RecordKind<Assessment> = {
  table: 'assessments',
  domain: 'assessment',
  version: 1,
  schema: assessmentSchema,
  clientOf: (assessment) => assessment.clientId,
  changeable: ({ answeredAt }) =>
    answeredAt === null ? ['answers', 'answeredAt', 'result', 'pace', 'paper', 'remark'] : [],
}
