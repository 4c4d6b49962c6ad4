import { type Bytes, fromHex, joined } from './bytes.ts'

/** A pair made from 32 secret bytes; the private half can not be read back. */
export interface KeyPair {
  publicKey: Bytes
  privateKey: CryptoKey
}

// The fixed beginning of a PKCS #8 private key of either curve (RFC 8410); the 32 bytes follow.
const beginnings = {
  X25519: '302e020100300506032b656e04220420',
  Ed25519: '302e020100300506032b657004220420',
}

const fromBase64Url = (text: string): Bytes =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))

const pairFrom = async (curve: keyof typeof beginnings, use: KeyUsage, seed: Bytes): Promise<KeyPair> => {
  const encoded = joined(fromHex(beginnings[curve]), seed)
  const readable = await crypto.subtle.importKey('pkcs8', encoded, curve, true, [use])
  const { x = '' } = await crypto.subtle.exportKey('jwk', readable)
  const privateKey = await crypto.subtle.importKey('pkcs8', encoded, curve, false, [use])
  encoded.fill(0)
  return { publicKey: fromBase64Url(x), privateKey }
}

/** X25519: what is sealed to its public half only this pair opens. */
export const sealingPair = (seed: Bytes): Promise<KeyPair> => pairFrom('X25519', 'deriveBits', seed)

/** Ed25519. */
export const signingPair = (seed: Bytes): Promise<KeyPair> => pairFrom('Ed25519', 'sign', seed)
