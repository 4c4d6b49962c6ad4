import { expect, test } from 'vitest'
import { fromHex, toHex } from '../../../src/vault/primitives/bytes.ts'
import { decrypt, encrypt } from '../../../src/vault/primitives/cipher.ts'
import { derivedBytes, keyMaterial, macKey } from '../../../src/vault/primitives/hkdf.ts'
import { sealingPair, signingPair } from '../../../src/vault/primitives/key-pair.ts'
import { codeOf } from '../sealing/places.ts'

const aesKey = (hex: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', fromHex(hex), 'AES-GCM', false, ['encrypt', 'decrypt'])

// Points of small order: whatever the private key is, what is shared is known to everybody.
const smallOrder = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]

/** RFC 8032, 7.1: secret, public key, message, signature. */
const ed25519 = [
  [
    '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155' +
      '5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
      '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ],
] as const

/** What a sound implementation gives, and above all what it refuses; the same in Node and in Chromium. */
export const negativeAnswers = (): void => {
  test('AES-256-GCM: test cases 13 to 15 of the GCM specification, and nothing that differs from them', async () => {
    const zero = await aesKey('00'.repeat(32))
    const nonce = fromHex('00'.repeat(12))
    const empty = new Uint8Array()
    expect(toHex(await encrypt(zero, nonce, '', empty))).toBe('530f8afbc74536b9a963b4f1c4cb738b')
    expect(toHex(await encrypt(zero, nonce, '', fromHex('00'.repeat(16))))).toBe(
      'cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919',
    )
    const sealed = fromHex('cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919')
    expect(toHex(await decrypt(zero, nonce, '', sealed, 'DAMAGED_RECORD'))).toBe('00'.repeat(16))
    const refused: [string, Promise<unknown>][] = [
      ['other bound text', decrypt(zero, nonce, 'x', sealed, 'DAMAGED_RECORD')],
      ['other nonce', decrypt(zero, fromHex('01'.repeat(12)), '', sealed, 'DAMAGED_RECORD')],
      ['cut tag', decrypt(zero, nonce, '', sealed.slice(0, -1), 'DAMAGED_RECORD')],
      ['no tag', decrypt(zero, nonce, '', sealed.slice(0, 16), 'DAMAGED_RECORD')],
      ['nothing', decrypt(zero, nonce, '', empty, 'DAMAGED_RECORD')],
      ['other key', decrypt(await aesKey('11'.repeat(32)), nonce, '', sealed, 'DAMAGED_RECORD')],
    ]
    const codes = await Promise.all(refused.map(async ([name, work]) => [name, await codeOf(work)]))
    expect(codes).toEqual(refused.map(([name]) => [name, 'DAMAGED_RECORD']))
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const flipped = sealed.slice()
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(await codeOf(decrypt(zero, nonce, '', flipped, 'DAMAGED_RECORD')), `bit ${bit}`).toBe(
        'DAMAGED_RECORD',
      )
    }
  })

  test('HKDF-SHA256: RFC 5869, A.3, without salt and purpose; HMAC-SHA256: RFC 4231, case 2', async () => {
    const material = await keyMaterial(new Uint8Array(22).fill(0x0b))
    expect(toHex(await derivedBytes(material, '', 42))).toBe(
      '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8',
    )
    const mac = await crypto.subtle.sign(
      'HMAC',
      await macKey(new TextEncoder().encode('Jefe')),
      new TextEncoder().encode('what do ya want for nothing?'),
    )
    expect(toHex(new Uint8Array(mac))).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    )
  })

  test('X25519: what is shared with a point of small order is never used', async () => {
    const { privateKey } = await sealingPair(fromHex('77'.repeat(32)))
    for (const point of smallOrder) {
      const shared = crypto.subtle
        .importKey('raw', fromHex(point), 'X25519', false, [])
        .then((other) => crypto.subtle.deriveBits({ name: 'X25519', public: other }, privateKey, 256))
      await expect(shared, point).rejects.toThrow()
    }
  })

  test('Ed25519: RFC 8032, 7.1 tests 1 and 2, and no signature that differs from them', async () => {
    for (const [secret, publicKey, message, signature] of ed25519) {
      const pair = await signingPair(fromHex(secret))
      expect(toHex(pair.publicKey)).toBe(publicKey)
      const signed = await crypto.subtle.sign('Ed25519', pair.privateKey, fromHex(message))
      expect(toHex(new Uint8Array(signed))).toBe(signature)
      const key = await crypto.subtle.importKey('raw', fromHex(publicKey), 'Ed25519', false, ['verify'])
      const holds = (bytes: Uint8Array<ArrayBuffer>, said: string = message) =>
        crypto.subtle.verify('Ed25519', key, bytes, fromHex(said))
      expect(await holds(fromHex(signature))).toBe(true)
      expect(await holds(fromHex(signature), `${message}00`)).toBe(false)
      expect(await holds(fromHex(signature).slice(0, 63))).toBe(false)
      expect(await holds(new Uint8Array(64))).toBe(false)
      for (let bit = 0; bit < 512; bit += 7) {
        const flipped = fromHex(signature)
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect(await holds(flipped), `bit ${bit}`).toBe(false)
      }
      // S raised by the order of the group: the same point, and another signature for the same words.
      const order = 2n ** 252n + 27742317777372353535851937790883648493n
      const raised = fromHex(signature)
      let s = raised.slice(32).reduceRight((all, byte) => all * 256n + BigInt(byte), 0n) + order
      for (let at = 32; at < 64; at++, s /= 256n) raised[at] = Number(s % 256n)
      expect(await holds(raised)).toBe(false)
    }
  })
}
