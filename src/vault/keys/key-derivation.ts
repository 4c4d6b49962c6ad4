import { argon2id } from 'hash-wasm'
import { VaultError } from '../errors.ts'
import type { Bytes } from '../primitives/bytes.ts'
import { derivedCipherKey, keyMaterial } from '../primitives/hkdf.ts'

/** Cost of Argon2id (RFC 9106): memory in KiB, passes over it, lanes. */
export interface KdfParameters {
  memorySize: number
  iterations: number
  parallelism: number
}

export const defaultKdf: KdfParameters = { memorySize: 128 * 1024, iterations: 3, parallelism: 1 }
export const kdfFloor: KdfParameters = { memorySize: 64 * 1024, iterations: 3, parallelism: 1 }
export const kdfCeiling: KdfParameters = { memorySize: 512 * 1024, iterations: 10, parallelism: 4 }
export const saltLength = 16

/**
 * Throws KDF_DOWNGRADE below the floor or for what is no whole number: somebody made guessing cheaper. Throws
 * KDF_EXCESSIVE above the ceiling: deriving would stop the machine.
 */
export const checkKdf = (parameters: KdfParameters): void => {
  for (const name of ['memorySize', 'iterations', 'parallelism'] as const) {
    const cost = parameters?.[name]
    if (!Number.isSafeInteger(cost) || cost < kdfFloor[name])
      throw new VaultError('KDF_DOWNGRADE', { at: name })
    if (cost > kdfCeiling[name]) throw new VaultError('KDF_EXCESSIVE', { at: name })
  }
}

/** How long a derivation takes on this machine, in ms. */
export const measureDerivation = async (parameters: KdfParameters): Promise<number> => {
  const began = performance.now()
  await passphraseKey('-', new Uint8Array(saltLength), parameters, 'anxin/measure/1')
  return performance.now() - began
}

/** The same passphrase however the keyboard composed it. */
export const normalPassphrase = (passphrase: string): string => passphrase.normalize('NFKC').trim()

/** Passphrase → Argon2id → HKDF → an AES-256-GCM key for `purpose` that can not be read back. */
export const passphraseKey = async (
  passphrase: string,
  salt: Bytes,
  parameters: KdfParameters,
  purpose: string,
): Promise<CryptoKey> => {
  checkKdf(parameters)
  if (!(salt instanceof Uint8Array) || salt.length < saltLength)
    throw new VaultError('KDF_DOWNGRADE', { at: 'salt' })
  const { memorySize, iterations, parallelism } = parameters
  const hash = await argon2id({
    password: normalPassphrase(passphrase),
    salt,
    memorySize,
    iterations,
    parallelism,
    hashLength: 32,
    outputType: 'binary',
  })
  return derivedCipherKey(await keyMaterial(new Uint8Array(hash)), purpose)
}
