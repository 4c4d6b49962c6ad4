import { processNoteKind } from '../../casework/notes/process-note.ts'
import { VaultError } from '../../vault/errors.ts'
import type { OpenVault } from '../../vault/vault.ts'

const placeOf = (id: string) => ({ table: processNoteKind.table, id })

/** The text of a private note as its record holds it: base64, and for whoever is at work alone. */
export const sealPrivate = async (
  { own }: Pick<OpenVault, 'own'>,
  id: string,
  text: string,
): Promise<string> => {
  const sealed = await own.seal(placeOf(id), text)
  return btoa(Array.from(sealed, (byte) => String.fromCharCode(byte)).join(''))
}

/** Null when it was sealed with other keys than this person has now. */
export const openPrivate = async (
  { own }: Pick<OpenVault, 'own'>,
  id: string,
  sealed: string,
): Promise<string | null> => {
  const bytes = Uint8Array.from(atob(sealed), (char) => char.charCodeAt(0))
  return own.open(placeOf(id), bytes).catch((problem: unknown): null => {
    if (problem instanceof VaultError && problem.code === 'WRONG_KEY') return null
    throw problem
  })
}
