import { Dexie } from 'dexie'
import { expect, test, vi } from 'vitest'
import { recordKinds } from '../../../src/room/record-kinds.ts'
import { VaultDatabase } from '../../../src/vault/store/database.ts'
import { remove } from '../../room/windows.ts'

/** The record tables of the first release. */
const ofFirstRelease = [
  'unitProfile',
  'unitKeys',
  'clients',
  'consents',
  'assessments',
  'criticalAlerts',
  'tierDecisions',
  'hotlineCalls',
  'facts',
  'enrolledCards',
  'sentPackages',
  'receivedPackages',
  'refusedFiles',
]

test('a database of the first release gets the tables it lacks, and keeps what it has', async () => {
  const told = vi.spyOn(console, 'warn')
  const name = `anxin-tables-${crypto.randomUUID()}`
  const before = new Dexie(name)
  before.version(1).stores({
    ...Object.fromEntries(ofFirstRelease.map((table) => [table, 'id, *index'])),
    vault: 'id',
    staff: 'id',
    grants: 'id, staffId',
  })
  await before.open()
  await before.table('clients').put({ id: 'kept', revision: 1, index: ['client:none'] })
  before.close()

  for (let opened = 0; opened < 2; opened++) {
    const now = await new VaultDatabase(name, recordKinds).open()
    for (const { table } of recordKinds) {
      const kept = table === 'clients' ? 1 : 0
      expect(await now.table(table).where('index').equals('client:none').count(), table).toBe(kept)
    }
    now.close()
  }
  await remove(name)
  expect(told).not.toHaveBeenCalled()
  told.mockRestore()
})
