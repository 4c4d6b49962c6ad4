import { owedNoteSchema } from '../../casework/records/owed-note.ts'
import { readRoster } from '../keys/roster.ts'
import { binding } from '../primitives/binding.ts'
import { type Bytes, textOf, utf8 } from '../primitives/bytes.ts'
import { drawId } from '../primitives/random.ts'
import { openBox, sealBox } from '../primitives/sealed-box.ts'
import type { BoxKeys } from '../sealing/boxed-envelope.ts'
import { publicKeyOf } from '../session.ts'
import type { HeaderRow, VaultDatabase } from '../store/database.ts'
import type { AuditNote } from './notes.ts'

/** A note with the moment it is about. */
type DatedNote = AuditNote & { at: string }

interface OwedRow {
  id: string
  box: Bytes
}

const purposeOf = (vaultId: string): string => binding('anxin/owed/1', vaultId)

/**
 * Keeps what was done where nothing can be entered: nobody is at work, or another window writes. Sealed with the key that
 * every member of staff can open.
 */
export const oweNote = async (
  database: VaultDatabase,
  { vaultId, configKey }: { vaultId: string; configKey: Bytes },
  note: DatedNote,
): Promise<void> => {
  const content = utf8(JSON.stringify(note))
  const row: OwedRow = { id: drawId(), box: await sealBox(configKey, purposeOf(vaultId), content) }
  await database.table<OwedRow>('owed').put(row)
}

/**
 * Keeps that a passphrase was refused, sealed for those who work here now; what cannot be kept refuses it all the same.
 */
export const oweRefusal = async (
  database: VaultDatabase,
  header: HeaderRow,
  staffId: string,
): Promise<void> => {
  try {
    const known = (await database.staff.get(staffId)) !== undefined
    const configKey = publicKeyOf({ roster: await readRoster(database, header, header.root) }, 'config')
    const note = {
      action: 'passphraseRefused',
      actor: known ? staffId : null,
      at: new Date().toISOString(),
    } as const
    await oweNote(database, { vaultId: header.vaultId, configKey }, note)
  } catch {
    // The passphrase is refused all the same.
  }
}

/** The note in a box; null for what does not open, or is no note. */
const noteIn = async (vaultId: string, keys: BoxKeys, box: Bytes): Promise<DatedNote | null> => {
  for (const { sealing } of keys) {
    const content = await openBox(sealing, purposeOf(vaultId), box).catch(() => null)
    if (!content) continue
    try {
      return owedNoteSchema.parse(JSON.parse(textOf(content)))
    } catch {
      return null
    }
  }
  return null
}

/** What is still to be entered, oldest first, with the rows it stands in. What does not open says nothing and can go. */
export const owedNotes = async (
  database: VaultDatabase,
  { vaultId, keys }: { vaultId: string; keys: BoxKeys },
): Promise<{ notes: DatedNote[]; ids: string[] }> => {
  const rows = await database.table<OwedRow>('owed').toArray()
  const opened = await Promise.all(rows.map(({ box }) => noteIn(vaultId, keys, box)))
  const notes = opened.filter((note) => note !== null).toSorted((a, b) => a.at.localeCompare(b.at))
  return { notes, ids: rows.map(({ id }) => id) }
}
