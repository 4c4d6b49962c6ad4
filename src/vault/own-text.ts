import { ownMaterial } from './own-material.ts'
import { binding } from './primitives/binding.ts'
import { type Bytes, joined, textOf, utf8 } from './primitives/bytes.ts'
import { decrypt, encrypt, nonceLength } from './primitives/cipher.ts'
import { derivedCipherKey } from './primitives/hkdf.ts'
import { pad, unpad } from './primitives/padding.ts'
import { drawBytes } from './primitives/random.ts'
import type { Session } from './session.ts'

/** What somebody seals for themselves is bound to. */
export interface OwnPlace {
  /** Of the record that holds it. */
  table: string
  id: string
}

/** Whose it is; nobody else can work out the key. */
export type Owner = Pick<Session, 'keys'> & {
  header: Pick<Session['header'], 'vaultId'>
  staff: Pick<Session['staff'], 'id'>
}

const ownCipher = async ({ keys, header, staff }: Owner): Promise<CryptoKey> =>
  derivedCipherKey(await ownMaterial(keys), binding('anxin/own/1', 'seal', header.vaultId, staff.id))

const boundTo = ({ header, staff }: Owner, { table, id }: OwnPlace): string =>
  binding('anxin/own/1', 'text', header.vaultId, staff.id, table, id)

/** A text that its writer alone opens: nonce 12 | padded text, encrypted | tag 16. */
export const sealOwn = async (owner: Owner, place: OwnPlace, text: string): Promise<Bytes> => {
  const nonce = drawBytes(nonceLength)
  return joined(nonce, await encrypt(await ownCipher(owner), nonce, boundTo(owner, place), pad(utf8(text))))
}

/** Throws WRONG_KEY when somebody else sealed it, at another place or in another vault, or when it was changed since. */
export const openOwn = async (owner: Owner, place: OwnPlace, sealed: Bytes): Promise<string> => {
  const [nonce, content] = [sealed.slice(0, nonceLength), sealed.slice(nonceLength)]
  return textOf(
    unpad(await decrypt(await ownCipher(owner), nonce, boundTo(owner, place), content, 'WRONG_KEY')),
  )
}
