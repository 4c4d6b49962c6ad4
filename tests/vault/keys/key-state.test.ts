import { describe, expect, test } from 'vitest'
import { drawClientKey, openClientKey } from '../../../src/vault/keys/client-key.ts'
import {
  type DomainKey,
  domainKey,
  drawDomainSecret,
  drawNextSecret,
} from '../../../src/vault/keys/domain-key.ts'
import { keyOfGeneration, keysByDomain, recordKeyNamed } from '../../../src/vault/keys/domain-keys.ts'
import { drawBytes, drawId } from '../../../src/vault/primitives/random.ts'
import { seal, unseal } from '../../../src/vault/sealing/envelope.ts'
import { readOwned, sealOwned, unsealOwned } from '../../../src/vault/sealing/owned-envelope.ts'
import { codeOf, somePlace } from '../sealing/places.ts'

const secret = drawDomainSecret()
const active = await domainKey('case', 1, secret)
const retired = await domainKey('case', 1, secret, 'decrypt-only')
const next = await drawNextSecret(active, secret)
const second = await domainKey('case', 2, next)
const client = drawId()

describe('case 41: under a key that another followed', () => {
  test('nothing can be sealed, and everything sealed before is opened', async () => {
    const [key, former] = [await active.recordKey('notes'), await retired.recordKey('notes')]
    const sealed = await seal(key, somePlace, 1)
    expect(await unseal(former, somePlace, sealed)).toBe(1)
    expect(await codeOf(seal(former, somePlace, 2))).toBe('RETIRED_KEY')
    expect(former.key.usages).toEqual(['decrypt'])
    // Not even past our own check.
    const raw = crypto.subtle.encrypt({ name: 'AES-GCM', iv: drawBytes(12) }, former.key, drawBytes(16))
    await expect(raw).rejects.toThrow()
  })

  test('no client’s key is made, and a client’s key of before seals nothing', async () => {
    const { vaultId } = somePlace
    const { key, row } = await drawClientKey(vaultId, active, client)
    expect(await codeOf(drawClientKey(vaultId, retired, client))).toBe('RETIRED_KEY')
    const former = await openClientKey(vaultId, retired, client, row)
    const [now, before] = [await key.recordKey('notes'), await former.recordKey('notes')]
    const sealed = await sealOwned(active, now, somePlace, client, 1)
    expect(await unsealOwned(before, somePlace, readOwned(sealed))).toBe(1)
    expect(await codeOf(sealOwned(retired, before, somePlace, client, 2))).toBe('RETIRED_KEY')
  })
})

describe('the next generation', () => {
  test('shares nothing with the one before but the names that have to last', async () => {
    expect(await second.lastingHash('示例')).toBe(await active.lastingHash('示例'))
    const third = await domainKey('case', 3, await drawNextSecret(second, next))
    expect(await third.lastingHash('示例')).toBe(await active.hash('示例'))
    expect(await second.hash('示例')).not.toBe(await active.hash('示例'))
    expect(second.sealing.publicKey).not.toEqual(active.sealing.publicKey)
    expect((await second.recordKey('notes')).id).not.toEqual((await active.recordKey('notes')).id)
  })

  test('is refused when its secret has another length', async () => {
    expect(await codeOf(domainKey('case', 2, secret))).toBe('DAMAGED_VAULT')
    expect(await codeOf(domainKey('case', 1, next))).toBe('DAMAGED_VAULT')
  })

  test('stands before the former ones, each found by what an envelope names', async () => {
    const other = await domainKey('identity', 1, drawDomainSecret())
    const byDomain = keysByDomain([active, other, second])
    const keys = byDomain.get('case')
    if (!keys) throw new Error('missing')
    expect(keys.map(({ generation }: DomainKey) => generation)).toEqual([2, 1])
    expect(byDomain.get('identity')).toEqual([other])
    expect(keyOfGeneration(keys, 1)).toBe(active)
    expect(() => keyOfGeneration(keys, 3)).toThrow('WRONG_KEY')
    const { id } = await active.recordKey('notes')
    expect(await recordKeyNamed(keys, 'notes', id)).toBe(await active.recordKey('notes'))
    expect(await codeOf(recordKeyNamed(keys, 'plans', id))).toBe('WRONG_KEY')
  })
})
