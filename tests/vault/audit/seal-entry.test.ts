import { expect, test } from 'vitest'
import { auditEntryId } from '../../../src/casework/records/audit-entry.ts'
import { openEntry, sealEntry } from '../../../src/vault/audit/seal-entry.ts'
import { verify } from '../../../src/vault/primitives/signature.ts'
import { sealForDomain } from '../../../src/vault/sealing/boxed-envelope.ts'
import { codeOf } from '../sealing/places.ts'
import { entry, someKeys, vaultId } from './some-trail.ts'

const opened = async () => {
  const keys = await someKeys()
  const isAuthor = async (id: string, statement: string, signature: Uint8Array<ArrayBuffer>) =>
    id === keys.author.id && verify(keys.pair.publicKey, statement, signature)
  const publicKey = keys.audit.sealing.publicKey
  return { keys, publicKey, opening: { vaultId, keys: [keys.audit], isAuthor } }
}

test('an entry opens at its number alone, and says who signed it', async () => {
  const { keys, publicKey, opening } = await opened()
  const value = { ...entry(), actor: null }
  const { id, envelope } = await sealEntry({ vaultId, publicKey, author: keys.author }, 7, value)
  expect(id).toBe(auditEntryId(7))
  expect(await openEntry(opening, 7, envelope)).toEqual({
    number: 7,
    enteredBy: keys.author.id,
    entry: value,
  })
  expect(await codeOf(openEntry(opening, 8, envelope))).toBe('DAMAGED_RECORD')
  const stranger = { ...opening, isAuthor: async () => false }
  expect(await codeOf(openEntry(stranger, 7, envelope))).toBe('UNKNOWN_AUTHOR')
})

test('what is no entry is none, whoever signed it', async () => {
  const { keys, publicKey, opening } = await opened()
  const place = {
    vaultId,
    domain: 'audit',
    table: 'audit',
    id: auditEntryId(1),
    index: [],
    version: 1,
    revision: 1,
  } as const
  const envelope = await sealForDomain(publicKey, keys.author, place, { ...entry(), remark: '示例的话' })
  expect(await codeOf(openEntry(opening, 1, envelope))).toBe('DAMAGED_RECORD')
})
