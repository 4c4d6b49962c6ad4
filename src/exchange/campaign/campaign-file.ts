import { z } from 'zod'
import { daySchema } from '../../casework/records/values.ts'
import { isDemoCode } from '../../casework/unit/unit-profile.ts'
import { done, type Outcome } from '../../instruments/outcome.ts'
import { type PlainSurvey, plainSurveySchema } from '../../instruments/plain-survey/plain-survey.ts'
import { signCompact } from '../compact-jws.ts'
import { isTooLateFor, keyShut, type PackageSender } from '../read-package.ts'
import { refuse } from '../refusals.ts'
import { sha256Hex } from '../sha256.ts'
import { readStatement, type StatementKind } from '../signed-statement.ts'
import type { UnitKeys } from '../unit-keys.ts'

const campaignFileSchema = z.strictObject({
  format: z.literal('anxin-campaign/1'),
  demo: z.boolean(),
  county: z.string().regex(/^\d{6}$/),
  title: z.string().trim().min(1).max(100),
  survey: plainSurveySchema,
  issued: daySchema,
})

const campaignFile: StatementKind<z.infer<typeof campaignFileSchema>> = {
  type: 'application/anxin-campaign+jws',
  schema: campaignFileSchema,
  maxSize: 2_000_000,
  limits: { depth: 10, keys: 60_000, values: 60_000 },
}

/** A survey that a county has its rooms ask: the same questions everywhere, so that their counts can be added up. */
export interface CountyCampaign {
  /** SHA-256 of who asks what: `campaignId`. */
  id: string
  county: string
  title: string
  survey: PlainSurvey
  /** The day the county wrote it, `YYYY-MM-DD`. */
  issued: string
}

/** Names a campaign by its content: whoever changed a word of it would ask something else. */
export const campaignId = ({ county, title, survey, issued }: Omit<CountyCampaign, 'id'>): Promise<string> =>
  sha256Hex(JSON.stringify(['anxin/campaign/1', county, title, survey, issued]))

/** Signs a campaign: a file for every room of the county. */
export async function writeCampaignFile(
  { county, title, survey, issued }: Omit<CountyCampaign, 'id'>,
  keys: Pick<UnitKeys, 'signing'>,
): Promise<{ name: string; bytes: Uint8Array }> {
  const said = campaignFileSchema.parse({
    format: 'anxin-campaign/1',
    demo: isDemoCode(county),
    county,
    title,
    survey,
    issued,
  })
  const text = await signCompact(JSON.stringify(said), campaignFile.type, keys.signing)
  return { name: `${county}-${issued}.anxin-campaign`, bytes: new TextEncoder().encode(text) }
}

/** Reads a campaign. `counties`: the county's signing keys, by thumbprint. Never throws for what is in the file. */
export async function readCampaignFile(
  bytes: Uint8Array,
  { counties, today, demo }: { counties: ReadonlyMap<string, PackageSender>; today: string; demo: boolean },
): Promise<Outcome<CountyCampaign>> {
  const read = await readStatement(bytes, campaignFile, counties)
  if (!read.ok) return read
  const { said, kid } = read.value
  const county = counties.get(kid)
  if (county?.unit !== said.county) return refuse('WRONG_UNIT', { at: said.county })
  const shut = keyShut(county, today)
  if (shut) return shut
  if (isTooLateFor(county, said.issued)) return refuse('KEY_EXPIRED', { at: county.unit })
  if (said.demo !== demo || isDemoCode(said.county) !== demo) return refuse('DEMO_REFUSED')
  const { title, survey, issued } = said
  const campaign = { county: said.county, title, survey, issued }
  return done({ ...campaign, id: await campaignId(campaign) })
}
