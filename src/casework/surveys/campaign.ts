import { z } from 'zod'
import { plainSurveySchema } from '../../instruments/plain-survey/plain-survey.ts'
import type { RecordKind } from '../records/record.ts'
import { idSchema, instantSchema } from '../records/values.ts'

/** `kiosk`: people answer by themselves on this machine · `interview`: a member of staff asks and enters. */
const campaignModeSchema = z.enum(['kiosk', 'interview'])
export type CampaignMode = z.infer<typeof campaignModeSchema>

/** A survey put to people who stay unknown, from the day it is opened to the day it is closed. */
export const campaignSchema = z.strictObject({
  /** What staff call it. */
  title: z.string().trim().min(1).max(100),
  survey: plainSurveySchema,
  /** SHA-256 of the survey as kept here: two campaigns with the same one asked the same. */
  surveySha256: z.string().regex(/^[0-9a-f]{64}$/),
  modes: z.array(campaignModeSchema).min(1).max(2),
  /** The county that has its rooms ask it, and what it calls it; missing where the room asks on its own account. */
  county: z.exactOptional(
    z.strictObject({ unit: z.string().regex(/^\d{6}$/), campaign: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
  openedAt: instantSchema,
  openedBy: idSchema,
  /** Null while it runs; nothing is taken in after it. */
  closedAt: instantSchema.nullable(),
  closedBy: idSchema.nullable(),
})
export type Campaign = z.infer<typeof campaignSchema>

/** What is asked is no secret from those who work here. */
export const campaignKind: RecordKind<Campaign> = {
  table: 'campaigns',
  domain: 'config',
  version: 1,
  schema: campaignSchema,
  clientOf: () => null,
  changeable: ({ closedAt }) => (closedAt === null ? ['closedAt', 'closedBy'] : []),
}
