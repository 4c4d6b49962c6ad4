import { expect, test } from 'vitest'
import type { Domain } from '../../../src/casework/records/record.ts'
import { announcedKeys, newestGeneration, outstandingGenerations } from '../../../src/vault/keys/announced.ts'
import { drawId } from '../../../src/vault/primitives/random.ts'
import type { DomainPublicKey, GenerationRow, HeaderRow } from '../../../src/vault/store/database.ts'

const announced = async (keys: [Domain, number][], ordered: Domain[]) => {
  const header = {
    vaultId: drawId(),
    domains: keys.map(([domain, generation]) => ({ domain, generation, publicKey: new Uint8Array(32) })),
  } as HeaderRow
  const orders = Map.groupBy(ordered, (domain) => domain)
  const makers = new Map([...orders].map(([domain, all]) => [domain, all.map(() => new Map())]))
  return (await announcedKeys(header, makers, [])).announced
}

test('a domain is at its newest generation, or at its first while it has no key at all', async () => {
  const known = await announced(
    [
      ['case', 1],
      ['case', 3],
      ['config', 1],
    ],
    [],
  )
  expect(newestGeneration(known, 'case')).toBe(3)
  expect(newestGeneration(known, 'config')).toBe(1)
  expect(newestGeneration(known, 'hotline')).toBe(1)
})

test('what was ordered and nobody made is outstanding', async () => {
  const known = await announced(
    [
      ['case', 1],
      ['config', 1],
      ['audit', 2],
    ],
    ['case', 'case', 'audit', 'hotline'],
  )
  expect([...outstandingGenerations(known)].toSorted()).toEqual([
    ['case', 3],
    ['hotline', 2],
  ])
})

test('a key that is none is refused with its row', async () => {
  const header = { vaultId: drawId(), domains: [] as DomainPublicKey[] } as HeaderRow
  const row: GenerationRow = {
    id: 'case.2',
    revision: 1,
    domain: 'case',
    generation: 2,
    publicKey: new Uint8Array(32),
    madeBy: drawId(),
    signature: new Uint8Array(64),
  }
  for (const publicKey of [undefined, 'text', null, [1, 2, 3]]) {
    const rows = [Object.assign({ ...row }, { publicKey })]
    expect((await announcedKeys(header, new Map(), rows)).refused).toEqual(['generations.case.2'])
  }
})
