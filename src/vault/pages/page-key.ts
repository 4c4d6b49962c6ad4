import { type DomainKey, keyIdLength, type RecordKey } from '../keys/domain-key.ts'
import { binding } from '../primitives/binding.ts'
import { type Bytes, fromHex, toHex } from '../primitives/bytes.ts'
import { derivedBytes, derivedCipherKey, keyMaterial } from '../primitives/hkdf.ts'
import { drawBytes } from '../primitives/random.ts'
import { seal, unseal } from '../sealing/envelope.ts'
import type { Place } from '../sealing/envelope-header.ts'

const pageSecretLength = 32

export const pageTable = 'pages'
export const pageKeyId = 'key'

/** A stored page, or the key of all pages. `revision`: number of the commit it was written after. */
export interface PageRow {
  id: string
  revision: number
  sealed: Bytes
}

/** Raised when what a page holds changes, so that pages of another release are made anew. */
export const pageVersion = 2

export const placeOfPage = (vaultId: string, { id, revision }: Omit<PageRow, 'sealed'>): Place => ({
  vaultId,
  domain: 'identity',
  table: pageTable,
  id,
  index: [],
  version: pageVersion,
  revision,
})

const pageKeyOf = async (secret: Bytes): Promise<RecordKey> => {
  const material = await keyMaterial(secret)
  secret.fill(0)
  return {
    id: await derivedBytes(material, binding('anxin/pages/1', 'commit'), keyIdLength),
    key: await derivedCipherKey(material, binding('anxin/pages/1', 'seal')),
  }
}

/** Draws the key of the pages, which follows from nothing: once it is gone, so is what they said. */
export const drawPageKey = async (
  vaultId: string,
  identity: DomainKey,
  revision: number,
): Promise<{ key: RecordKey; row: PageRow }> => {
  const secret = drawBytes(pageSecretLength)
  const place = placeOfPage(vaultId, { id: pageKeyId, revision })
  const sealed = await seal(await identity.recordKey(pageTable), place, toHex(secret))
  return { key: await pageKeyOf(secret), row: { id: pageKeyId, revision, sealed } }
}

/** Throws what is wrong with the row; see `unseal`. */
export const openPageKey = async (vaultId: string, identity: DomainKey, row: PageRow): Promise<RecordKey> => {
  const place = placeOfPage(vaultId, row)
  const secret = await unseal(await identity.recordKey(pageTable), place, row.sealed)
  return pageKeyOf(fromHex(String(secret)))
}
