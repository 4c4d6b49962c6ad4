import { saved, VaultError } from './errors.ts'
import { ownMaterial } from './own-material.ts'
import { binding } from './primitives/binding.ts'
import { type Bytes, joined, textOf, toHex, utf8 } from './primitives/bytes.ts'
import { decrypt, encrypt, nonceLength } from './primitives/cipher.ts'
import { derivedBytes, derivedCipherKey } from './primitives/hkdf.ts'
import { pad, unpad } from './primitives/padding.ts'
import { drawBytes } from './primitives/random.ts'
import type { Session } from './session.ts'

/** What somebody is writing in a form and has not saved. `content` is JSON. */
export interface Draft {
  /** Which form, and about what. */
  form: string
  content: unknown
  /** UTC, ISO 8601. */
  keptAt: string
}

/** A draft as it is stored: an id that says nothing of person or form, and nonce 12 | padded draft, encrypted | tag 16. */
interface DraftRow {
  id: string
  sealed: Bytes
}

const idLength = 16

const draftsIn = ({ database }: Session) => database.table<DraftRow, string>('drafts')

const ownKey = async (session: Session) => {
  const { header, staff, keys } = session
  const material = await ownMaterial(keys)
  const of = (use: string, form = '') => binding('anxin/draft/1', use, header.vaultId, staff.id, form)
  return {
    cipher: await derivedCipherKey(material, of('seal')),
    idOf: async (form: string) => toHex(await derivedBytes(material, of('id', form), idLength)),
    boundBy: (id: string) => of('row', id),
  }
}

/** Puts a draft in place of an earlier one of the same form. Throws NOT_SAVED. */
export const keepDraft = async (session: Session, draft: Draft): Promise<void> => {
  const { cipher, idOf, boundBy } = await ownKey(session)
  const id = await idOf(draft.form)
  const nonce = drawBytes(nonceLength)
  const content = pad(utf8(JSON.stringify(draft)))
  const sealed = joined(nonce, await encrypt(cipher, nonce, boundBy(id), content))
  await saved(draftsIn(session).put({ id, sealed }))
}

/** This person's drafts; rows of others, and damaged ones, are not among them. */
export const listDrafts = async (session: Session): Promise<Draft[]> => {
  const { cipher, boundBy } = await ownKey(session)
  const drafts: Draft[] = []
  for (const { id, sealed } of await draftsIn(session).toArray()) {
    if (!(sealed instanceof Uint8Array)) continue
    try {
      const nonce = sealed.slice(0, nonceLength)
      const content = await decrypt(cipher, nonce, boundBy(id), sealed.slice(nonceLength), 'WRONG_KEY')
      // What this person sealed is what `keepDraft` wrote.
      drafts.push(JSON.parse(textOf(unpad(content))) as Draft)
    } catch (problem) {
      if (!(problem instanceof VaultError)) throw problem
    }
  }
  return drafts
}

export const forgetDraft = async (session: Session, form: string): Promise<void> => {
  const { idOf } = await ownKey(session)
  await saved(draftsIn(session).delete(await idOf(form)))
}
