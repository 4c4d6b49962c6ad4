import { z } from 'zod'
import { daySchema } from '../../casework/records/values.ts'
import { isDemoCode } from '../../casework/unit/unit-profile.ts'
import { done, type Outcome } from '../../instruments/outcome.ts'
import { signCompact } from '../compact-jws.ts'
import { sha256Schema } from '../plan-reference.ts'
import { isTooLateFor, keyShut, type PackageDesk } from '../read-package.ts'
import { refuse } from '../refusals.ts'
import { sealFile, unsealFile } from '../sealed-file.ts'
import { sha256Hex } from '../sha256.ts'
import { readStatement, type StatementKind } from '../signed-statement.ts'
import { key32Schema, recipientOf, type UnitKeys } from '../unit-keys.ts'
import type { CountyCampaign } from './campaign-file.ts'
import { countedQuestions } from './counted-questions.ts'
import { fewestTold } from './withhold-counts.ts'

/** People who have to have answered before counts leave a room. */
export const fewestPeople = 10

const toldSchema = z.int().min(fewestTold).max(999_999).nullable()

export const campaignCountsSchema = z.strictObject({
  format: z.literal('anxin-campaign-counts/1'),
  demo: z.boolean(),
  /** `campaignId` of what was asked. */
  campaign: sha256Schema,
  from: z.strictObject({ unit: z.string().regex(/^\d{9}$/) }),
  to: z.strictObject({ unit: z.string().regex(/^\d{6}$/), key: key32Schema }),
  created: daySchema,
  /** People who answered the survey. */
  people: z.int().min(fewestPeople).max(999_999),
  /** Every question that is counted, in the order asked; counts in the order offered, null for one that is withheld. */
  questions: z
    .array(
      z.strictObject({
        question: z.string().regex(/^q[1-9]\d{0,2}$/),
        answered: z.int().min(0).max(999_999).nullable(),
        counts: z.array(toldSchema).min(2).max(60),
      }),
    )
    .min(1)
    .max(100),
})
/** What a room hands in of a campaign: counts, never an answer of anybody. */
export type CampaignCounts = z.infer<typeof campaignCountsSchema>

const countsFile: StatementKind<CampaignCounts> = {
  type: 'application/anxin-campaign-counts+jws',
  schema: campaignCountsSchema,
  maxSize: 1_000_000,
}

/** Counts whose signature and content hold. */
export interface VerifiedCounts {
  said: CampaignCounts
  /** Of the JWS. */
  sha256: string
}

/** Signs counts with the room's key and encrypts them to the county and to the room itself. */
export async function writeCountsFile(
  counts: CampaignCounts,
  keys: UnitKeys,
  county: { encryption: string },
): Promise<{ name: string; bytes: Uint8Array; sha256: string }> {
  const jws = await signCompact(
    JSON.stringify(campaignCountsSchema.parse(counts)),
    countsFile.type,
    keys.signing,
  )
  return {
    name: `${counts.from.unit}-${counts.campaign.slice(0, 8)}.anxin-counts`,
    bytes: await sealFile(jws, [county.encryption, await recipientOf(keys)]),
    sha256: await sha256Hex(jws),
  }
}

/** What a desk reads counts by: as packages, and by the campaigns it wrote, by their id. */
export type CountsDesk = Omit<PackageDesk, 'plans'> & { campaigns: ReadonlyMap<string, CountyCampaign> }

/** Opens, verifies and checks counts, the signature before anything they say. Never throws for what is in the file. */
export async function readCountsFile(bytes: Uint8Array, desk: CountsDesk): Promise<Outcome<VerifiedCounts>> {
  const opened = await unsealFile(bytes, desk.identity)
  if (!opened.ok) return opened
  const read = await readStatement(opened.value, countsFile, desk.senders)
  if (!read.ok) return read
  const { said, kid, jws } = read.value
  const { from, to, demo, created } = said
  const sender = desk.senders.get(kid)
  if (from.unit !== sender?.unit) return refuse('WRONG_UNIT', { at: from.unit })
  const shut = keyShut(sender, desk.today)
  if (shut) return shut
  if (isTooLateFor(sender, created)) return refuse('KEY_EXPIRED', { at: from.unit })
  if (demo !== isDemoCode(from.unit) || demo !== isDemoCode(desk.addressee.unit))
    return refuse('DEMO_REFUSED')
  const { unit, key, before = [] } = desk.addressee
  if (to.unit !== unit || ![key, ...before].includes(to.key)) return refuse('NOT_FOR_THIS_DESK')
  const campaign = desk.campaigns.get(said.campaign)
  if (!campaign) return refuse('CAMPAIGN_UNKNOWN')
  const faulty = faultIn(said, campaign)
  return faulty === null
    ? done({ said, sha256: await sha256Hex(jws.text) })
    : refuse('STATEMENT_INVALID', { at: faulty })
}

/** The question whose counts do not fit what was asked; null when all do. */
function faultIn({ people, questions }: CampaignCounts, { survey }: CountyCampaign): string | null {
  const counted = countedQuestions(survey)
  if (questions.length !== counted.length) return 'questions'
  const at = counted.findIndex(({ name, type, choices }, place) => {
    const told = questions[place]
    if (told?.question !== name || told.counts.length !== choices.length) return true
    const shown = told.counts.flatMap((count) => count ?? [])
    const hidden = told.counts.length - shown.length
    const sum = shown.reduce((all, count) => all + count, 0)
    const all = told.answered ?? people
    if (all > people || shown.some((count) => count > all)) return true
    if (type === 'checkbox') return hidden === 1 || told.answered !== null
    return (
      sum > all ||
      (hidden === 0 && told.answered !== null && sum !== all) ||
      (hidden === 1 && told.answered !== null)
    )
  })
  return at < 0 ? null : (counted[at]?.name ?? 'questions')
}
