import { z } from 'zod'
import { approvalSchema } from '../records/care-steps.ts'
import { stateAfter } from '../records/course.ts'
import type { RecordKind } from '../records/record.ts'
import { idSchema, instantSchema, nameSchema, noteSchema } from '../records/values.ts'
import { mandatoryReportCourse } from './mandatory-report-course.ts'

/** `minorHarm`: 未成年人保护法 art. 11 · `domesticViolence`: 反家庭暴力法 art. 14, persons without full legal capacity. */
export const reportDuties = ['minorHarm', 'domesticViolence'] as const
export type ReportDuty = (typeof reportDuties)[number]

export const reportOffices = ['police', 'civilAffairs', 'education', 'prosecutor', 'other'] as const
export type ReportOffice = (typeof reportOffices)[number]

/** What was noticed; several may be. */
export const harmSigns = [
  'injury',
  'sexual',
  'neglect',
  'abandoned',
  'controlled',
  'bullied',
  'exploited',
  'threatened',
  'told',
  'other',
] as const

const taken = { by: idSchema, at: instantSchema }
const toldSchema = noteSchema.min(2)

/** One thing that happened on the way; never rewritten. */
export const mandatoryReportStepSchema = z.discriminatedUnion('kind', [
  /** First of all: is anybody in danger this moment, and what was done about it. */
  z.strictObject({
    kind: z.literal('safetySeen'),
    ...taken,
    danger: z.enum(['now', 'notNow', 'unknown']),
    done: toldSchema,
  }),
  /** What was seen and heard, apart from what anybody makes of it; whose words they are. */
  z.strictObject({
    kind: z.literal('described'),
    ...taken,
    signs: z.array(z.enum(harmSigns)).min(1),
    source: z.enum(['theirOwnWords', 'seenHere', 'toldByOthers']),
    facts: noteSchema.min(10),
    /** What somebody concludes from the facts; may be empty. */
    inference: noteSchema,
    suspected: z.enum(['family', 'known', 'stranger', 'unknown']),
  }),
  z.strictObject({ kind: z.literal('consulted'), ...taken, whom: approvalSchema, advice: toldSchema }),
  z.strictObject({ kind: z.literal('dutyFound'), ...taken, because: toldSchema }),
  z.strictObject({
    kind: z.literal('noDuty'),
    ...taken,
    whom: approvalSchema,
    because: noteSchema.min(10),
  }),
  /** Made at `when`, which may be before it was written down; `disclosure`: what was told of a client, saved with this step. */
  z.strictObject({
    kind: z.literal('reported'),
    ...taken,
    when: instantSchema,
    office: z.enum(reportOffices),
    person: nameSchema,
    way: z.enum(['phone', 'inPerson', 'written']),
    receipt: z.string().trim().max(100),
    disclosure: idSchema.nullable(),
  }),
  /** Whether the family knows; not where that could bring harm or warn whoever does it. */
  z.strictObject({
    kind: z.literal('familyTold'),
    ...taken,
    told: z.enum(['told', 'notYet', 'notTold']),
    because: toldSchema,
  }),
  z.strictObject({ kind: z.literal('answered'), ...taken, from: nameSchema, said: toldSchema }),
  z.strictObject({ kind: z.literal('closed'), ...taken, because: toldSchema }),
  z.strictObject({ kind: z.literal('reopened'), ...taken, because: toldSchema }),
])
export type MandatoryReportStep = z.infer<typeof mandatoryReportStepSchema>

/** A report the law may demand, from the moment somebody of the room learned of it. */
export const mandatoryReportSchema = z
  .strictObject({
    duty: z.enum(reportDuties),
    /** Null when it is about somebody who has no file here; `about` says then who. */
    clientId: idSchema.nullable(),
    about: noteSchema,
    learnedBy: idSchema,
    learnedAt: instantSchema,
    steps: z.array(mandatoryReportStepSchema).max(200),
  })
  .refine(({ clientId, about }) => clientId !== null || about.trim() !== '', { path: ['about'] })
  .refine(
    ({ clientId, steps }) =>
      steps.every((step) => step.kind !== 'reported' || (step.disclosure === null) === (clientId === null)),
    { path: ['steps'] },
  )
  .refine(({ steps }) => stateAfter(mandatoryReportCourse, steps) !== null, { path: ['steps'] })
export type MandatoryReport = z.infer<typeof mandatoryReportSchema>

export const mandatoryReportKind: RecordKind<MandatoryReport> = {
  table: 'mandatoryReports',
  domain: 'case',
  version: 1,
  schema: mandatoryReportSchema,
  clientOf: ({ clientId }) => clientId,
  appends: ['steps'],
  changeable: () => [],
}
