import { type Bytes, utf8 } from './bytes.ts'

const none: Bytes = new Uint8Array()
const hkdf = (purpose: string, salt: Bytes): HkdfParams => ({
  name: 'HKDF',
  hash: 'SHA-256',
  salt,
  info: utf8(purpose),
})

/** A secret to derive from; it can not be read back. */
export const keyMaterial = (secret: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits', 'deriveKey'])

/** HKDF-SHA256 (RFC 5869). */
export const derivedBytes = async (
  material: CryptoKey,
  purpose: string,
  length: number,
  salt = none,
): Promise<Bytes> => new Uint8Array(await crypto.subtle.deriveBits(hkdf(purpose, salt), material, length * 8))

/** An AES-256-GCM key that can not be read back. */
export const derivedCipherKey = (
  material: CryptoKey,
  purpose: string,
  salt = none,
  usages: KeyUsage[] = ['encrypt', 'decrypt'],
): Promise<CryptoKey> =>
  crypto.subtle.deriveKey(hkdf(purpose, salt), material, { name: 'AES-GCM', length: 256 }, false, usages)

/** 32 secret bytes as an HMAC-SHA256 key that can not be read back. */
export const macKey = (secret: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
