import { VaultError } from '../errors.ts'
import { binding } from '../primitives/binding.ts'
import { type Bytes, sameBytes, toHex } from '../primitives/bytes.ts'
import type { KeyPair } from '../primitives/key-pair.ts'
import { openBox, sealBox } from '../primitives/sealed-box.ts'
import type { GrantRow } from '../store/database.ts'
import type { Announced } from './announced.ts'
import { type DomainKey, domainKey, type Generation } from './domain-key.ts'

/** Who gets which secret: a member of staff, or the recovery identity, with their X25519 key. */
export interface GrantTarget extends Generation {
  staffId: string
  sealKey: Bytes
  /** Of the recovery identity: which sheet it is. */
  sheet?: number
}

export const grantId = ({ staffId, domain, generation }: Omit<GrantTarget, 'sealKey'>): string =>
  `${staffId}.${domain}.${generation}`

/** What the seal binds. */
export const grantStatement = (
  vaultId: string,
  { staffId, sealKey, domain, generation }: GrantTarget,
): string => binding('anxin/grant/1', vaultId, staffId, domain, generation, toHex(sealKey))

/** A secret sealed to somebody who is entitled to it. */
export const makeGrant = async (
  vaultId: string,
  { sealKey, sheet, ...target }: GrantTarget,
  secret: Bytes,
): Promise<Omit<GrantRow, 'revision'>> => ({
  staffId: target.staffId,
  domain: target.domain,
  generation: target.generation,
  id: grantId(target),
  ...(sheet === undefined ? {} : { sheet }),
  sealed: await sealBox(sealKey, grantStatement(vaultId, { sealKey, ...target }), secret),
})

/** The secret of a sealed grant. Throws DAMAGED_VAULT when it does not open. */
export const grantedSecret = async (
  vaultId: string,
  { staffId, domain, generation }: Omit<GrantTarget, 'sealKey'>,
  sealed: Bytes,
  sealing: KeyPair,
): Promise<Bytes> => {
  const statement = grantStatement(vaultId, { staffId, domain, generation, sealKey: sealing.publicKey })
  return openBox(sealing, statement, sealed).catch((cause) => {
    throw new VaultError('DAMAGED_VAULT', { at: domain, cause })
  })
}

/** The keys that follow from a granted secret. Throws DAMAGED_VAULT unless they are those that are announced. */
export const grantedKey = async (
  announced: Announced,
  { domain, generation }: Generation,
  secret: Bytes,
): Promise<DomainKey> => {
  const of = announced.get(domain)
  const publicKey = of?.keys.find((known) => known.generation === generation)?.publicKey
  const state = generation === of?.ordered ? 'active' : 'decrypt-only'
  const key = await domainKey(domain, generation, secret, state)
  if (!publicKey || !sameBytes(publicKey, key.sealing.publicKey))
    throw new VaultError('DAMAGED_VAULT', { at: domain })
  return key
}
