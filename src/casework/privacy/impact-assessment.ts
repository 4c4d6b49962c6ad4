import { z } from 'zod'
import { dayOf } from '../../tiering/calendar.ts'
import type { RecordKind } from '../records/record.ts'
import {
  daySchema,
  idSchema,
  instantSchema,
  type Language,
  languageSchema,
  noteSchema,
} from '../records/values.ts'
import type { ImpactTemplate } from './impact-template.ts'
import type { PrivacyRules } from './privacy-rules.ts'
import { type Processing, processings, type RoomProcessing } from './processing-log.ts'

const textSchema = noteSchema.min(2)

/** One processing as the room looked at it, in its own words; `records` and `clients` as they were that day. */
const assessedSchema = z.strictObject({
  processing: z.enum(processings),
  since: instantSchema,
  clients: z.int().min(0),
  records: z.int().min(0),
  withoutBasis: z.int().min(0),
  purpose: textSchema,
  basis: textSchema,
  necessity: textSchema,
  information: textSchema,
  keeping: textSchema,
  effect: textSchema,
  measures: textSchema,
  remaining: z.enum(['low', 'medium', 'high']),
})
export type AssessedProcessing = z.infer<typeof assessedSchema>

/** A personal information protection impact assessment (PIPL art. 55, 56). Each is a record of its own; the newest holds. */
export const impactAssessmentSchema = z.strictObject({
  /** 1 for the first. */
  version: z.int().min(1),
  /** Which template it was filled from. */
  template: z.string().min(1).max(20),
  language: languageSchema,
  assessedBy: idSchema,
  assessedAt: instantSchema,
  assessed: z.array(assessedSchema).max(processings.length),
  security: z.array(textSchema).min(1).max(50),
  conclusion: z.enum(['goOn', 'goOnWithMeasures', 'stop']),
  because: textSchema,
  /** The day until which the measures that are still to come have been taken; null for none. */
  measuresBy: daySchema.nullable(),
})
export type ImpactAssessment = z.infer<typeof impactAssessmentSchema>

export const impactAssessmentKind: RecordKind<ImpactAssessment> = {
  table: 'impactAssessments',
  // Counts and the room's own measures: whoever works here may read them.
  domain: 'config',
  version: 1,
  schema: impactAssessmentSchema,
  clientOf: () => null,
  changeable: () => [],
}

/** An assessment filled from the template with what the room does; a person reads it over, concludes and signs. */
export const filledAssessment = (
  template: ImpactTemplate,
  log: readonly RoomProcessing[],
  language: Language,
): Pick<ImpactAssessment, 'template' | 'language' | 'assessed' | 'security'> => ({
  template: template.version,
  language,
  security: template.security.map((point) => point[language]),
  assessed: log.flatMap(({ processing, since, clients, records, withoutBasis }): AssessedProcessing[] => {
    const section = template.sections.find((one) => one.processing === processing)
    if (section === undefined) return []
    return [
      {
        processing,
        since,
        clients,
        records,
        withoutBasis,
        purpose: section.purpose[language],
        basis: section.basis[language],
        necessity: section.necessity[language],
        information: section.information[language],
        keeping: section.keeping[language],
        effect: section.effect[language],
        measures: section.measures[language],
        remaining: section.remaining,
      },
    ]
  }),
})

/** Why an assessment has to be made: there is none, it is old, the template says more, or something new is being done. */
export type AssessmentDueReason =
  | { code: 'NO_ASSESSMENT' }
  | { code: 'ASSESSMENT_OLD'; months: number }
  | { code: 'TEMPLATE_CHANGED' }
  | { code: 'NEW_PROCESSING'; processing: Processing }

/** What asks for a new assessment on `today`; empty while the newest one holds. */
export function impactAssessmentDue(
  newest: ImpactAssessment | null,
  now: { log: readonly RoomProcessing[]; template: ImpactTemplate; today: string },
  { impactAssessmentEveryMonths: months }: Pick<PrivacyRules, 'impactAssessmentEveryMonths'>,
): AssessmentDueReason[] {
  if (newest === null) return now.log.length === 0 ? [] : [{ code: 'NO_ASSESSMENT' }]
  const reasons: AssessmentDueReason[] = []
  if (monthsBetween(dayOf(newest.assessedAt), now.today) >= months)
    reasons.push({ code: 'ASSESSMENT_OLD', months })
  if (newest.template !== now.template.version) reasons.push({ code: 'TEMPLATE_CHANGED' })
  for (const { processing } of now.log)
    if (!newest.assessed.some((one) => one.processing === processing))
      reasons.push({ code: 'NEW_PROCESSING', processing })
  return reasons
}

/** Full months from a day to a later one. */
const monthsBetween = (from: string, to: string): number => {
  const [years, months] = [yearOf(to) - yearOf(from), monthOf(to) - monthOf(from)]
  return years * 12 + months - (to.slice(8) < from.slice(8) ? 1 : 0)
}
const yearOf = (day: string): number => Number(day.slice(0, 4))
const monthOf = (day: string): number => Number(day.slice(5, 7))
