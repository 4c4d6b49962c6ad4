import { type AuditEntry, auditEntryId, auditEntryKind } from '../../casework/records/audit-entry.ts'
import { VaultError } from '../errors.ts'
import type { Bytes } from '../primitives/bytes.ts'
import {
  type Author,
  type AuthorCheck,
  type BoxKeys,
  sealForDomain,
  unsealForDomain,
} from '../sealing/boxed-envelope.ts'
import type { Place } from '../sealing/envelope-header.ts'
import type { RecordRow } from '../store/database.ts'

/**
 * An entry as read back: its running number, and who signed it. That is the actor, but for what nobody could enter when it
 * happened: the window only followed another one, or nobody was at work.
 */
export interface ReadEntry {
  number: number
  enteredBy: string
  entry: AuditEntry
}

const { domain, table, version, schema } = auditEntryKind

// Nothing is stored beside the seal: entries are found by their number alone.
const placeOf = (vaultId: string, number: number): Place => ({
  vaultId,
  domain,
  table,
  id: auditEntryId(number),
  index: [],
  version,
  revision: 1,
})

/** Seals an entry at its number. Everybody does it the same way, also who could read it: the author's signature is what counts. */
export const sealEntry = async (
  { vaultId, publicKey, author }: { vaultId: string; publicKey: Bytes; author: Author },
  number: number,
  entry: AuditEntry,
): Promise<RecordRow> => {
  const place = placeOf(vaultId, number)
  const envelope = await sealForDomain(publicKey, author, place, schema.parse(entry))
  return { id: place.id, domain, revision: place.revision, index: [], envelope }
}

/** What opens entries, and tells whose signature is whose. */
export interface EntryKeys {
  vaultId: string
  keys: BoxKeys
  isAuthor: AuthorCheck
}

/**
 * Opens the envelope of an entry. Throws DAMAGED_RECORD (changed, or moved from another number), WRONG_KEY, UNKNOWN_SUITE,
 * NEWER_SCHEMA, or UNKNOWN_AUTHOR for what no member of staff signed.
 */
export const openEntry = async (
  { vaultId, keys, isAuthor }: EntryKeys,
  number: number,
  envelope: Bytes,
): Promise<ReadEntry> => {
  let enteredBy = ''
  const signed: AuthorCheck = async (id, statement, signature) => {
    enteredBy = id
    return isAuthor(id, statement, signature)
  }
  const read = schema.safeParse(await unsealForDomain(keys, signed, placeOf(vaultId, number), envelope))
  if (!read.success) throw new VaultError('DAMAGED_RECORD')
  return { number, enteredBy, entry: read.data }
}
