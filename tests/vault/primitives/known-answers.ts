import { argon2id } from 'hash-wasm'
import { expect, test } from 'vitest'
import { domainKey } from '../../../src/vault/keys/domain-key.ts'
import { type Bytes, fromHex, toHex, utf8 } from '../../../src/vault/primitives/bytes.ts'
import { keyMaterial } from '../../../src/vault/primitives/hkdf.ts'
import { sealingPair, signingPair } from '../../../src/vault/primitives/key-pair.ts'
import { openBox } from '../../../src/vault/primitives/sealed-box.ts'
import { verify } from '../../../src/vault/primitives/signature.ts'
import { unseal } from '../../../src/vault/sealing/envelope.ts'
import { frozenBox, frozenEnvelope, frozenPlace, frozenSecret } from '../frozen.ts'

const buffer = (bytes: ArrayBuffer): string => toHex(new Uint8Array(bytes))

/** The published answers that Node and Chromium both have to give. */
export const knownAnswers = (): void => {
  test('AES-256-GCM: test case 16 of the GCM specification', async () => {
    const key = await crypto.subtle.importKey(
      'raw',
      fromHex('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308'),
      'AES-GCM',
      false,
      ['encrypt'],
    )
    const sealed = await crypto.subtle.encrypt(
      {
        name: 'AES-GCM',
        iv: fromHex('cafebabefacedbaddecaf888'),
        additionalData: fromHex('feedfacedeadbeeffeedfacedeadbeefabaddad2'),
      },
      key,
      fromHex(
        'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72' +
          '1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
      ),
    )
    expect(buffer(sealed)).toBe(
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa' +
        '8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662' +
        '76fc6ece0f4e1768cddf8853bb2d551b',
    )
  })

  test('HKDF-SHA256: RFC 5869, A.1', async () => {
    const bits = await crypto.subtle.deriveBits(
      {
        name: 'HKDF',
        hash: 'SHA-256',
        salt: fromHex('000102030405060708090a0b0c'),
        info: fromHex('f0f1f2f3f4f5f6f7f8f9'),
      },
      await keyMaterial(new Uint8Array(22).fill(0x0b)),
      42 * 8,
    )
    expect(buffer(bits)).toBe(
      '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
    )
  })

  test('X25519: RFC 7748, 6.1', async () => {
    const alice = await sealingPair(
      fromHex('77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a'),
    )
    const bob = await sealingPair(fromHex('5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb'))
    expect(toHex(alice.publicKey)).toBe('8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a')
    expect(toHex(bob.publicKey)).toBe('de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f')
    const bobPublic = await crypto.subtle.importKey('raw', bob.publicKey, 'X25519', false, [])
    const shared = await crypto.subtle.deriveBits(
      { name: 'X25519', public: bobPublic },
      alice.privateKey,
      256,
    )
    expect(buffer(shared)).toBe('4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742')
  })

  test('Ed25519: RFC 8032, 7.1 test 3', async () => {
    const pair = await signingPair(
      fromHex('c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7'),
    )
    expect(toHex(pair.publicKey)).toBe('fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025')
    const signature = await crypto.subtle.sign('Ed25519', pair.privateKey, fromHex('af82'))
    expect(buffer(signature)).toBe(
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac' +
        '18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
    )
    expect(await verify(pair.publicKey, 'not what was signed', new Uint8Array(signature))).toBe(false)
  })

  test('Argon2id: the reference implementation, 64 MiB, 2 passes', async () => {
    const hash = await argon2id({
      password: 'password',
      salt: 'somesalt',
      iterations: 2,
      memorySize: 65_536,
      parallelism: 1,
      hashLength: 32,
    })
    expect(hash).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7')
  })

  test('what an earlier release sealed still opens', async () => {
    const key = await domainKey('case', 1, fromHex(frozenSecret))
    const recordKey = await key.recordKey(frozenPlace.table)
    expect(await unseal(recordKey, frozenPlace, fromHex(frozenEnvelope))).toEqual({ note: '示例' })
    const opened: Bytes = await openBox(key.sealing, 'frozen', fromHex(frozenBox))
    expect(opened).toEqual(utf8('示例'))
  })
}
