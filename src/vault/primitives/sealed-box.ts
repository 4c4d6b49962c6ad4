import { VaultError } from '../errors.ts'
import { binding } from './binding.ts'
import { type Bytes, joined, sameBytes, utf8 } from './bytes.ts'
import { decrypt, encrypt, nonceLength } from './cipher.ts'
import { derivedCipherKey, keyMaterial } from './hkdf.ts'
import { type KeyPair, sealingPair } from './key-pair.ts'
import { pad, unpad } from './padding.ts'
import { drawBytes } from './random.ts'

// magic "AXB1" | ephemeral public key 32 | padded content, encrypted | tag 16
const magic = utf8('AXB1')
const publicKeyLength = 32
const bodyAt = magic.length + publicKeyLength

// Each box has a key of its own, used once, so the nonce may stand still.
const nonce = new Uint8Array(nonceLength)

const boxKey = async (
  privateKey: CryptoKey,
  publicKey: Bytes,
  [ephemeral, recipient]: [Bytes, Bytes],
  purpose: string,
): Promise<CryptoKey> => {
  const other = await crypto.subtle.importKey('raw', publicKey, 'X25519', false, [])
  const shared = await crypto.subtle.deriveBits({ name: 'X25519', public: other }, privateKey, 256)
  const material = await keyMaterial(new Uint8Array(shared))
  return derivedCipherKey(material, binding('anxin/box/1', purpose), joined(ephemeral, recipient))
}

/**
 * Seals content so that only the holder of the X25519 key can open it, and only for the same purpose; the sealer
 * cannot. Whoever knows the public key can seal, so a box says nothing about who made it.
 */
export const sealBox = async (recipient: Bytes, purpose: string, content: Bytes): Promise<Bytes> => {
  const seed = drawBytes(32)
  const ephemeral = await sealingPair(seed)
  seed.fill(0)
  const key = await boxKey(ephemeral.privateKey, recipient, [ephemeral.publicKey, recipient], purpose)
  return joined(magic, ephemeral.publicKey, await encrypt(key, nonce, 'AXB1', pad(content)))
}

/** Throws DAMAGED_BOX for another recipient's box, another purpose, or any change to the bytes. */
export const openBox = async (pair: KeyPair, purpose: string, box: Bytes): Promise<Bytes> => {
  if (!(box instanceof Uint8Array) || !sameBytes(box.subarray(0, magic.length), magic))
    throw new VaultError('DAMAGED_BOX')
  const ephemeral = box.slice(magic.length, bodyAt)
  try {
    const key = await boxKey(pair.privateKey, ephemeral, [ephemeral, pair.publicKey], purpose)
    return unpad(await decrypt(key, nonce, 'AXB1', box.slice(bodyAt), 'DAMAGED_BOX'))
  } catch (cause) {
    throw new VaultError('DAMAGED_BOX', { cause })
  }
}
