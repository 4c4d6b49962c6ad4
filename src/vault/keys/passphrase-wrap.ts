import { VaultError } from '../errors.ts'
import { binding } from '../primitives/binding.ts'
import type { Bytes } from '../primitives/bytes.ts'
import { joined } from '../primitives/bytes.ts'
import { decrypt, encrypt, nonceLength } from '../primitives/cipher.ts'
import { drawBytes } from '../primitives/random.ts'
import {
  checkKdf,
  type KdfParameters,
  normalPassphrase,
  passphraseKey,
  saltLength,
} from './key-derivation.ts'

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

/** Wraps a secret. That the passphrase is a good one is for `checkPassphrase` to see to. */
export const wrapSecret = async (
  passphrase: string,
  kdf: KdfParameters,
  owner: WrapOwner,
  secret: Bytes,
): Promise<PassphraseWrap> => {
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
  if (normalPassphrase(passphrase) === '' || !(wrapped instanceof Uint8Array))
    throw new VaultError('WRONG_PASSPHRASE')
  const kek = await passphraseKey(passphrase, salt, kdf, kekPurpose(owner))
  const nonce = wrapped.slice(0, nonceLength)
  return decrypt(kek, nonce, boundBy(owner, kdf), wrapped.slice(nonceLength), 'WRONG_PASSPHRASE')
}
