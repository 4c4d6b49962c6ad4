import { keyMaterial } from './primitives/hkdf.ts'
import type { Session } from './session.ts'

/** What this person alone can work out: their key pair agreed with itself. */
export const ownMaterial = async ({ sealing }: Pick<Session['keys'], 'sealing'>): Promise<CryptoKey> => {
  const itself = await crypto.subtle.importKey('raw', sealing.publicKey, 'X25519', false, [])
  const shared = await crypto.subtle.deriveBits({ name: 'X25519', public: itself }, sealing.privateKey, 256)
  return keyMaterial(new Uint8Array(shared))
}
