import { expect, test } from 'vitest'
import type { Domain } from '../../../src/casework/records/record.ts'
import { recordKinds } from '../../../src/room/record-kinds.ts'
import { drawClientKey, openClientKey } from '../../../src/vault/keys/client-key.ts'
import { type DomainKey, domainKey, drawDomainSecret } from '../../../src/vault/keys/domain-key.ts'
import { openedBy } from '../../../src/vault/keys/role-keys.ts'
import { utf8 } from '../../../src/vault/primitives/bytes.ts'
import { drawId } from '../../../src/vault/primitives/random.ts'
import { openBox, sealBox } from '../../../src/vault/primitives/sealed-box.ts'
import { seal, unseal } from '../../../src/vault/sealing/envelope.ts'
import { codeOf, somePlace } from './places.ts'

const keys = {
  hotline: await domainKey('hotline', 1, drawDomainSecret()),
  case: await domainKey('case', 1, drawDomainSecret()),
}
const tablesOf = (domain: Domain): string[] =>
  recordKinds.flatMap((kind) => (kind.domain === domain ? [kind.table] : []))
const note = { note: '示例：照实记下' }

/** What comes of opening, with one key, what the other one sealed. */
const opened = async (sealedBy: DomainKey, by: DomainKey, table: string) => {
  const place = { ...somePlace, domain: sealedBy.domain, table }
  const sealed = await seal(await sealedBy.recordKey(table), place, note)
  return codeOf(unseal(await by.recordKey(table), place, sealed))
}

test.each([
  ['hotline', 'case', 'sessionNotes'],
  ['case', 'hotline', 'hotlineCalls'],
] as const)('the key of %s opens no record of %s', async (by, of, one) => {
  const tables = tablesOf(of)
  expect(tables).toContain(one)
  for (const table of tables) {
    expect(await opened(keys[of], keys[by], table), table).toBe('WRONG_KEY')
    expect(await opened(keys[of], keys[of], table), table).toBe('NO ERROR')
  }
  const box = await sealBox(keys[of].sealing.publicKey, 'anxin/test', utf8('示例'))
  expect(await codeOf(openBox(keys[by].sealing, 'anxin/test', box))).toBe('DAMAGED_BOX')
})

test('the key of the hotline opens no client’s key, under which notes lie', async () => {
  const clientId = drawId()
  const { row } = await drawClientKey(somePlace.vaultId, keys.case, clientId)
  expect(await codeOf(openClientKey(somePlace.vaultId, keys.hotline, clientId, row))).toBe('WRONG_KEY')
  expect(await codeOf(openClientKey(somePlace.vaultId, keys.case, clientId, row))).toBe('NO ERROR')
})

test('who works at the hotline alone holds the key of calls, and of no file', () => {
  const held = openedBy(['hotline'])
  expect(held).toContain('hotline')
  for (const closed of ['case', 'identity', 'assessment'] as const) expect(held).not.toContain(closed)
})
