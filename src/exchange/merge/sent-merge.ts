import { base64url } from 'jose'
import { z } from 'zod'
import type { RecordKind } from '../../casework/records/record.ts'
import { idSchema, instantSchema } from '../../casework/records/values.ts'
import { periodSchema } from '../../statistics/period.ts'
import { sha256Schema } from '../plan-reference.ts'
import type { MergedPayload } from './merged-payload.ts'

const sentMergeSchema = z.strictObject({
  period: periodSchema,
  sha256: sha256Schema,
  /** The desk of the next level it was written for. */
  to: z.string().regex(/^\d{6}$/),
  name: z.string().min(1).max(60),
  file: z.base64url(),
  /** Whose packages were added up: what comes for this period later is not in it. */
  rooms: z.array(z.string().regex(/^\d{9}$/)).min(1),
  writtenAt: instantSchema,
  writtenBy: idSchema,
})
/** A merge this desk passed on: its line in the ledger, and the file, so that asking again gives the same bytes. */
export type SentMerge = z.infer<typeof sentMergeSchema>

export const sentMergeKind: RecordKind<SentMerge> = {
  table: 'sentMerges',
  domain: 'exchange',
  version: 1,
  schema: sentMergeSchema,
  clientOf: () => null,
  changeable: () => [],
}

/** The record of a merge just written; it has to be saved before the file is handed over. */
export const sentMerge = (
  { name, bytes, sha256 }: { name: string; bytes: Uint8Array; sha256: string },
  { period, to, children }: MergedPayload,
  { writtenAt, writtenBy }: Pick<SentMerge, 'writtenAt' | 'writtenBy'>,
): SentMerge => ({
  period,
  sha256,
  to: to.unit,
  name,
  file: base64url.encode(bytes),
  rooms: children.map(({ unit }) => unit),
  writtenAt,
  writtenBy,
})
