import { base64url } from 'jose'
import { z } from 'zod'
import type { RecordKind } from '../../casework/records/record.ts'
import { daySchema, idSchema, instantSchema } from '../../casework/records/values.ts'
import { plainSurveySchema } from '../../instruments/plain-survey/plain-survey.ts'
import { sha256Schema } from '../plan-reference.ts'
import { campaignCountsSchema, type VerifiedCounts } from './counts-file.ts'

const common = { domain: 'exchange', version: 1, clientOf: () => null, changeable: () => [] } as const

const countyCampaignSchema = z.strictObject({
  /** `campaignId` */
  campaign: sha256Schema,
  title: z.string().trim().min(1).max(100),
  survey: plainSurveySchema,
  issued: daySchema,
  /** The file the rooms get: a compact JWS. */
  jws: z.string().regex(/^[\w.-]+$/),
  writtenAt: instantSchema,
  writtenBy: idSchema,
})
/** A campaign this county wrote. */
export type WrittenCampaign = z.infer<typeof countyCampaignSchema>

export const writtenCampaignKind: RecordKind<WrittenCampaign> = {
  ...common,
  table: 'writtenCampaigns',
  schema: countyCampaignSchema,
}

const receivedCountsSchema = z.strictObject({
  unit: z.string().regex(/^\d{9}$/),
  campaign: sha256Schema,
  sha256: sha256Schema,
  said: campaignCountsSchema,
  file: z.base64url(),
  receivedAt: instantSchema,
  receivedBy: idSchema,
})
/** A room's counts of a campaign, as the county took them in. */
export type ReceivedCounts = z.infer<typeof receivedCountsSchema>

export const receivedCountsKind: RecordKind<ReceivedCounts> = {
  ...common,
  table: 'receivedCounts',
  schema: receivedCountsSchema,
}

/** The record of counts to be taken in. */
export const receivedCounts = (
  bytes: Uint8Array,
  { said, sha256 }: VerifiedCounts,
  { receivedAt, receivedBy }: Pick<ReceivedCounts, 'receivedAt' | 'receivedBy'>,
): ReceivedCounts => ({
  unit: said.from.unit,
  campaign: said.campaign,
  sha256,
  said,
  file: base64url.encode(bytes),
  receivedAt,
  receivedBy,
})

const handedInCountsSchema = z.strictObject({
  campaign: sha256Schema,
  sha256: sha256Schema,
  to: z.string().regex(/^\d{6}$/),
  said: campaignCountsSchema,
  name: z.string().min(1).max(60),
  file: z.base64url(),
  writtenAt: instantSchema,
  writtenBy: idSchema,
})
/** Counts this room handed in: once for each campaign, and the same file ever after. */
export type HandedInCounts = z.infer<typeof handedInCountsSchema>

export const handedInCountsKind: RecordKind<HandedInCounts> = {
  ...common,
  table: 'handedInCounts',
  schema: handedInCountsSchema,
}

/** The record of counts just written; it has to be saved before the file is handed over. */
export const handedInCounts = (
  { name, bytes, sha256 }: { name: string; bytes: Uint8Array; sha256: string },
  said: HandedInCounts['said'],
  { writtenAt, writtenBy }: Pick<HandedInCounts, 'writtenAt' | 'writtenBy'>,
): HandedInCounts => ({
  campaign: said.campaign,
  sha256,
  to: said.to.unit,
  said,
  name,
  file: base64url.encode(bytes),
  writtenAt,
  writtenBy,
})
