import { z } from 'zod'
import { domains, type RecordKind } from './record.ts'
import { idSchema, instantSchema } from './values.ts'

/** What somebody did, or what befell the room. */
export const auditActions = [
  // who was at work
  'unlocked',
  'locked',
  'lockedByItself',
  'passphraseRefused',
  'passphraseChanged',
  'recovered',
  // with what was written here
  'read',
  'added',
  'changed',
  'erased',
  // what left, and what came in
  'exported',
  'printed',
  'imported',
  'backupWritten',
  'restored',
  'drill',
  // who may do what
  'staffAdded',
  'staffRemoved',
  'rolesChanged',
  'keysHandedOver',
  'sheetReplaced',
  'rulesChanged',
  // what the machine did
  'clockBack',
  'clockForward',
  'replayed',
  'rolledBack',
  'quarantined',
] as const
export type AuditAction = (typeof auditActions)[number]

/** What more is said of an action; a closed list, so that nothing can be written in. */
export const auditDetails = [
  'idle',
  'suspended',
  'screenLocked',
  'package',
  'csv',
  'xlsx',
  'fhir',
  'pdf',
  'counts',
  'numberLookUp',
  'nameShown',
  'halves',
] as const
export type AuditDetail = (typeof auditDetails)[number]

/** 16 or 32 bytes in hex. */
const hexSchema = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`))

/** One step of the trail of who did what. It names nobody but the person at work, and says nothing in words. */
export const auditEntrySchema = z.strictObject({
  at: instantSchema,
  /** Milliseconds since this window was opened, by a clock that nobody can set. */
  counter: z.int().nonnegative(),
  /** The member of staff; null where nobody in particular did it. */
  actor: idSchema.nullable(),
  action: z.enum(auditActions),
  domain: z.enum(domains).nullable(),
  table: z
    .string()
    .regex(/^[a-zA-Z]{1,40}$/)
    .nullable(),
  /** Stands for the client, else the record: the same for the same one, and of no meaning without a key. */
  object: hexSchema(32).nullable(),
  /** How many records it was; of a clock the minutes it was off. */
  count: z.int().nonnegative(),
  detail: z.enum(auditDetails).nullable(),
  /** Hash of the entry before; of the first one, zeros. What was exchanged behind this one's back does not fit it. */
  previous: hexSchema(64),
})
export type AuditEntry = z.infer<typeof auditEntrySchema>

/** Entries are written by everybody, each signed by whoever was at work; the administrator reads them. */
export const auditEntryKind: RecordKind<AuditEntry> = {
  table: 'audit',
  domain: 'audit',
  version: 1,
  schema: auditEntrySchema,
  clientOf: () => null,
  fromAnyRole: true,
  changeable: () => [],
}

const idDigits = 32

/** The id of an entry is its running number, from 1, so that the seal binds its place. */
export const auditEntryId = (number: number): string => String(number).padStart(idDigits, '0')

/** The running number of an entry; null for an id that is none. */
export const auditEntryNumber = (id: string): number | null => {
  const number = Number(id)
  return /^\d{32}$/.test(id) && Number.isSafeInteger(number) && number > 0 ? number : null
}
