import { z } from 'zod'
import type { RecordKind } from './record.ts'
import { idSchema, instantSchema } from './values.ts'

/** What came of bringing a backup back to try it. */
const backupDrillSchema = z.strictObject({
  at: instantSchema,
  by: idSchema,
  /** Rows that came back; all of them, unchanged, or there would be a refusal. */
  rows: z.int().nonnegative(),
  /** Records that were opened, that could not be, and that only other roles can open. */
  opened: z.int().nonnegative(),
  unreadable: z.int().nonnegative(),
  closed: z.int().nonnegative(),
  /** Why it did not come back; null when it did. */
  refusal: z.string().max(40).nullable(),
})
export type BackupDrill = z.infer<typeof backupDrillSchema>

/** A backup that was made, or that should have been. */
export const backupEntrySchema = z.strictObject({
  madeAt: instantSchema,
  madeBy: idSchema,
  /** `computer`: beside the records, outside of the browser · `folder`: where somebody chose, such as a stick · `file`: handed over as a file. */
  where: z.enum(['computer', 'folder', 'file']),
  /** Name of the chosen folder; null elsewhere. */
  folder: z.string().max(200).nullable(),
  /** Name of the file. */
  name: z.string().max(120),
  /** Number of the last commit in it. */
  seq: z.int().nonnegative(),
  /** Bytes. */
  size: z.int().nonnegative(),
  rows: z.int().nonnegative(),
  /** Number of the recovery sheet that opens it. */
  sheet: z.int().nonnegative(),
  /** When it was last read back from its first to its last byte; null when never. */
  verifiedAt: instantSchema.nullable(),
  /** Why there is none; null when there is one. */
  refusal: z.string().max(40).nullable(),
  drill: backupDrillSchema.nullable(),
  /** When it made room for newer ones, or somebody said that it was destroyed. */
  removedAt: instantSchema.nullable(),
})
export type BackupEntry = z.infer<typeof backupEntrySchema>

export const backupEntryKind: RecordKind<BackupEntry> = {
  table: 'backups',
  domain: 'config',
  version: 1,
  schema: backupEntrySchema,
  clientOf: () => null,
  changeable: () => ['verifiedAt', 'drill', 'removedAt'],
}
