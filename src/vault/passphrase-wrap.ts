import { binding } from './binding.ts'
import type { Bytes } from './bytes.ts'
import { joined } from './bytes.ts'
import { decrypt, encrypt, nonceLength } from './cipher.ts'
import { VaultError } from './errors.ts'
import {
  checkKdf,
  type KdfParameters,
  normalPassphrase,
  passphraseKey,
  saltLength,
} from './key-derivation.ts'
import { passphraseStrength } from './passphrase-strength.ts'
import { drawBytes } from './random.ts'

/** A secret that a passphrase opens. No hash of the passphrase is kept: opening it is the proof. */
export interface PassphraseWrap {
  kdf: KdfParameters
  salt: Bytes
  /** nonce 12 | encrypted secret | tag 16 */
  wrapped: Bytes
}

/** Whose secret it is; bound by the wrap. */
export interface WrapOwner {
  vaultId: string
  staffId: string
}

const kekPurpose = ({ vaultId, staffId }: WrapOwner): string => binding('anxin/kek/1', vaultId, staffId)

const boundBy = ({ vaultId, staffId }: WrapOwner, kdf: KdfParameters): string =>
  binding('anxin/wrap/1', vaultId, staffId, kdf.memorySize, kdf.iterations, kdf.parallelism)

/** Throws WEAK_PASSPHRASE when the passphrase is not acceptable. */
export const wrapSecret = async (
  passphrase: string,
  kdf: KdfParameters,
  owner: WrapOwner,
  secret: Bytes,
): Promise<PassphraseWrap> => {
  if (!passphraseStrength(passphrase).acceptable) throw new VaultError('WEAK_PASSPHRASE')
  const salt = drawBytes(saltLength)
  const nonce = drawBytes(nonceLength)
  const kek = await passphraseKey(passphrase, salt, kdf, kekPurpose(owner))
  return { kdf, salt, wrapped: joined(nonce, await encrypt(kek, nonce, boundBy(owner, kdf), secret)) }
}

/** Throws WRONG_PASSPHRASE when it does not open, KDF_DOWNGRADE or KDF_EXCESSIVE before deriving anything. */
export const unwrapSecret = async (
  passphrase: string,
  { kdf, salt, wrapped }: PassphraseWrap,
  owner: WrapOwner,
): Promise<Bytes> => {
  checkKdf(kdf)
  if (normalPassphrase(passphrase) === '') throw new VaultError('WRONG_PASSPHRASE')
  const kek = await passphraseKey(passphrase, salt, kdf, kekPurpose(owner))
  const nonce = wrapped.slice(0, nonceLength)
  return decrypt(kek, nonce, boundBy(owner, kdf), wrapped.slice(nonceLength), 'WRONG_PASSPHRASE')
}
