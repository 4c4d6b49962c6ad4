import type { Domain } from '../casework/record.ts'
import { binding } from './binding.ts'
import { type Bytes, sameBytes, toHex } from './bytes.ts'
import type { GrantRow, HeaderRow } from './database.ts'
import { type DomainKey, domainKey } from './domain-key.ts'
import { VaultError } from './errors.ts'
import type { KeyPair } from './key-pair.ts'
import { openBox, sealBox } from './sealed-box.ts'
import { sign } from './signature.ts'

/** Who gets which secret: a member of staff, or the recovery identity, with their X25519 key. */
export interface GrantTarget {
  staffId: string
  sealKey: Bytes
  domain: Domain
  generation: number
}

export const grantId = ({ staffId, domain, generation }: Omit<GrantTarget, 'sealKey'>): string =>
  `${staffId}.${domain}.${generation}`

/** What the administrator signs and what the seal binds. */
export const grantStatement = (
  vaultId: string,
  { staffId, sealKey, domain, generation }: GrantTarget,
): string => binding('anxin/grant/1', vaultId, staffId, domain, generation, toHex(sealKey))

/** A grant signed by `signer`; sealed at once when the secret is at hand, else waiting for someone who holds it. */
export const makeGrant = async (
  vaultId: string,
  { sealKey, ...target }: GrantTarget,
  signer: { id: string; privateKey: CryptoKey },
  secret: Bytes | null,
): Promise<Omit<GrantRow, 'revision'>> => {
  const statement = grantStatement(vaultId, { sealKey, ...target })
  return {
    ...target,
    id: grantId(target),
    sealed: secret && (await sealBox(sealKey, statement, secret)),
    signedBy: signer.id,
    signature: await sign(signer.privateKey, statement),
  }
}

/** The secret of a sealed grant. Throws DAMAGED_VAULT when it does not open. */
export const grantedSecret = async (
  vaultId: string,
  { staffId, domain, generation }: GrantRow,
  sealed: Bytes,
  sealing: KeyPair,
): Promise<Bytes> => {
  const statement = grantStatement(vaultId, { staffId, domain, generation, sealKey: sealing.publicKey })
  return openBox(sealing, statement, sealed).catch((cause) => {
    throw new VaultError('DAMAGED_VAULT', { at: domain, cause })
  })
}

/** The keys that follow from a granted secret. Throws DAMAGED_VAULT unless they are those the header announces. */
export const grantedKey = async (
  header: HeaderRow,
  { domain, generation }: GrantRow,
  secret: Bytes,
): Promise<DomainKey> => {
  const key = await domainKey(domain, generation, secret)
  const announced = header.domains.find((known) => known.domain === domain && known.generation === generation)
  if (!announced || !sameBytes(announced.publicKey, key.sealing.publicKey))
    throw new VaultError('DAMAGED_VAULT', { at: domain })
  return key
}
