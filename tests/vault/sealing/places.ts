import type { DomainKey } from '../../../src/vault/keys/domain-key.ts'
import { domainKey } from '../../../src/vault/keys/domain-key.ts'
import { drawBytes } from '../../../src/vault/primitives/random.ts'
import type { Place } from '../../../src/vault/sealing/envelope-header.ts'

export const somePlace: Place = {
  vaultId: '00000000000000000000000000000001',
  domain: 'case',
  table: 'notes',
  id: '00000000000000000000000000000002',
  index: ['client:0a1b2c3d'],
  version: 1,
  revision: 3,
}

/** Every place that differs from `somePlace` in one thing. */
export const otherPlaces: [string, Place][] = [
  ['vault', { ...somePlace, vaultId: '00000000000000000000000000000009' }],
  ['domain', { ...somePlace, domain: 'identity' }],
  ['table', { ...somePlace, table: 'plans' }],
  ['id', { ...somePlace, id: '00000000000000000000000000000003' }],
  ['client', { ...somePlace, index: ['client:ffffffff'] }],
  ['no client', { ...somePlace, index: [] }],
  ['revision', { ...somePlace, revision: 2 }],
]

export const someDomainKey = (): Promise<DomainKey> => domainKey('case', 1, drawBytes(32))

/** The stable code of what a promise rejects with. */
export const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'NO ERROR',
    (problem) => problem.code ?? problem,
  )
