import { type VaultCode, VaultError } from '../errors.ts'
import { type Bytes, utf8 } from './bytes.ts'

export const nonceLength = 12

/** AES-256-GCM; `bound` is authenticated with the content but not stored. Gives content and tag. */
export const encrypt = async (key: CryptoKey, nonce: Bytes, bound: string, content: Bytes): Promise<Bytes> =>
  new Uint8Array(
    await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: utf8(bound) }, key, content),
  )

/** Throws a VaultError with `code` when anything at all differs from what was encrypted. */
export const decrypt = async (
  key: CryptoKey,
  nonce: Bytes,
  bound: string,
  content: Bytes,
  code: VaultCode,
): Promise<Bytes> => {
  try {
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce, additionalData: utf8(bound) }, key, content),
    )
  } catch (cause) {
    throw new VaultError(code, { cause })
  }
}
