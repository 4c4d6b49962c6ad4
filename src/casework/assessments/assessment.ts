import { z } from 'zod'
import { scoreResultSchema } from '../../scoring/score-result.ts'
import type { RecordKind } from '../records/record.ts'
import { idSchema, instantSchema, languageSchema, nameSchema, noteSchema } from '../records/values.ts'

/** On what ground somebody tells of a client: with their agreement, with the guardian's, or as the guardian themselves. */
export const informantBases = ['clientAgreed', 'guardianAgreed', 'isGuardian'] as const

/** Who the answers are from; an informant's relation to the client is in their own words. */
export const raterSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('self') }),
  z.strictObject({
    kind: z.literal('informant'),
    relation: z.string().trim().min(1).max(100),
    /** Who it was, what they were asked for and on what ground; left out in ratings from before this was asked. */
    who: z.exactOptional(nameSchema),
    purpose: z.exactOptional(noteSchema.min(2)),
    basis: z.exactOptional(z.enum(informantBases)),
  }),
  z.strictObject({ kind: z.literal('staff'), staffId: idSchema }),
])
export type Rater = z.infer<typeof raterSchema>

/** Which side answers are from: informants are told apart by relation to the client and by name, members of staff are not. */
export const sideOf = (rater: Rater): string =>
  rater.kind === 'informant' ? `informant ${[rater.relation, rater.who ?? ''].join(' ').trim()}` : rater.kind

/** Whether answers are from one and the same side. */
export const isSameSide = (a: Rater, b: Rater): boolean => sideOf(a) === sideOf(b)

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
