import { base64url } from 'jose'
import { z } from 'zod'
import type { RecordKind } from '../../casework/records/record.ts'
import { idSchema, instantSchema } from '../../casework/records/values.ts'
import { periodSchema } from '../../statistics/period.ts'
import { sha256Schema } from '../plan-reference.ts'
import type { VerifiedMerge } from './merge-merges.ts'

const receivedMergeSchema = z.strictObject({
  unit: z.string().regex(/^\d{6}$/),
  period: periodSchema,
  sha256: sha256Schema,
  file: z.base64url(),
  receivedAt: instantSchema,
  receivedBy: idSchema,
})
/** A merged package this desk took in, whole: its figures can always be made anew from these. */
export type ReceivedMerge = z.infer<typeof receivedMergeSchema>

export const receivedMergeKind: RecordKind<ReceivedMerge> = {
  table: 'receivedMerges',
  domain: 'exchange',
  version: 1,
  schema: receivedMergeSchema,
  clientOf: () => null,
  changeable: () => [],
}

/** The record of a merge to be taken in; it has to be saved before its figures are added up. */
export const receivedMerge = (
  bytes: Uint8Array,
  { payload, sha256 }: VerifiedMerge,
  { receivedAt, receivedBy }: Pick<ReceivedMerge, 'receivedAt' | 'receivedBy'>,
): ReceivedMerge => ({
  unit: payload.from.unit,
  period: payload.period,
  sha256,
  file: base64url.encode(bytes),
  receivedAt,
  receivedBy,
})
