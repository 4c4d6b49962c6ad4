import { z } from 'zod'
import { shapeFaults } from '../../instruments/fault.ts'
import { labelSchema } from '../../instruments/local-text.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { disclosureBases, disclosureFields } from '../disclosures/disclosure.ts'
import { reportDuties, reportOffices } from '../disclosures/mandatory-report.ts'
import { rightsAsked } from './rights-request.ts'

const daysSchema = z.int().min(1).max(365)
const hoursSchema = z.int().min(1).max(72)

/** Records that a law wants kept for some years; with `blocksErasing` the file they lie in cannot be erased before. */
export const keptRecords = [
  'disclosures',
  'mandatoryReports',
  'impactAssessments',
  'rightsRequests',
  'hotlineCalls',
] as const
const keepSchema = z.strictObject({
  records: z.enum(keptRecords),
  years: z.int().min(1).max(30),
  blocksErasing: z.boolean(),
  basis: labelSchema,
})

const disclosureRuleSchema = z.strictObject({
  law: labelSchema,
  /** The most that is handed out on this ground without saying why more was needed. */
  fields: z.array(z.enum(disclosureFields)).min(1),
  /** A supervisor has to agree before; never asked for where waiting could harm. */
  supervisorAgrees: z.boolean(),
  /** When the client is told (PIPL art. 17, 18): before, as soon as the emergency is over, or unless it would put somebody in danger. */
  tellClient: z.enum(['before', 'afterwards', 'unlessUnsafe']),
})

const reportRuleSchema = z
  .strictObject({
    /** The law says at once; this is when a screen calls it late. */
    withinHours: hoursSchema,
    warnHours: hoursSchema,
    offices: z.array(z.enum(reportOffices)).min(1),
    /** These are among those told, whoever else is. */
    alwaysTo: z.array(z.enum(reportOffices)),
  })
  .refine(({ withinHours, warnHours }) => warnHours <= withinHours, { params: { code: 'OUT_OF_ORDER' } })

export const privacyRulesSchema = z.strictObject({
  id: z.string().min(1).max(60),
  version: z.string().min(1).max(20),
  /** A proposal of the product, which the room has not made its own. */
  proposed: z.boolean(),
  /** Who agrees between 14 and 18: the client alone, or the client together with a guardian. */
  from14to17: z.enum(['self', 'both']),
  /** Days within which a request is answered: the law says without delay (PIPL art. 45, 50). */
  answerWithinDays: z.record(z.enum(rightsAsked), daysSchema),
  /** From how many days before that on an open request shows as due soon. */
  soonDays: z.int().min(0).max(30),
  keep: z.array(keepSchema),
  disclosures: z.record(z.enum(disclosureBases), disclosureRuleSchema),
  reports: z.record(z.enum(reportDuties), reportRuleSchema),
  impactAssessmentEveryMonths: z.int().min(1).max(36),
})
export type PrivacyRules = z.infer<typeof privacyRulesSchema>

/** Checks rules read from a file; refused with PRIVACY_RULES_INVALID and where the first fault is. */
export function readPrivacyRules(content: unknown): Outcome<PrivacyRules> {
  const read = privacyRulesSchema.safeParse(content)
  if (read.success) return done(read.data)
  return refused('PRIVACY_RULES_INVALID', { at: shapeFaults(read.error)[0]?.path.join('.') ?? '' })
}
