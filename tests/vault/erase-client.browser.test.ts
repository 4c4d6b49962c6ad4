import { Dexie } from 'dexie'
import { expect, onTestFinished, test, vi } from 'vitest'
import { clientKind } from '../../src/casework/clients/client.ts'
import type { Draft } from '../../src/vault/drafts.ts'
import { databaseOfDrill } from '../../src/vault/store/database-names.ts'
import { makeRoom, noteKind, onDisk, someClient, type TestRoom } from './room.ts'
import { codeOf } from './sealing/places.ts'

const client = 'a'.repeat(32)
const other = 'b'.repeat(32)

const draft = (form: string, content: object = { reason: '示例' }): Draft => ({
  form,
  content,
  keptAt: '2026-11-22T04:00:00.000Z',
})

const roomWithClient = async () => {
  const room = await makeRoom()
  const vault = await room.open(room.first)
  await vault.commit([
    { kind: clientKind, id: client, expectedRevision: 0, value: someClient },
    { kind: noteKind, id: vault.drawId(), expectedRevision: 0, value: { clientId: client, text: '示例' } },
  ])
  return { room, vault }
}

const keptInFiles = ({ place }: TestRoom): boolean =>
  [...place.folder.files.values()].some((bytes) =>
    new TextDecoder('latin1').decode(bytes).includes(`${client}.case`),
  )

/** Makes another database beside that of a room, as a recovery or a trial leaves one. */
const beside = async (name: string, stores: Record<string, string>, rows: object[] = []): Promise<void> => {
  const database = new Dexie(name)
  database.version(4).stores(stores)
  await database.open()
  for (const row of rows) await database.table('clientKeys').put(row)
  database.close()
  onTestFinished(() => Dexie.delete(name))
}

test('what a colleague was writing about a client who was erased goes when that colleague is next at work', async () => {
  const { room, vault } = await roomWithClient()
  const colleague = await room.add(vault, '示例同事', ['counsellor'])
  vault.lock()
  const theirs = await room.open(colleague)
  await theirs.drafts.keep(draft(`tierDecision:${client}`))
  await theirs.drafts.keep(draft('newCall', { about: client }))
  await theirs.drafts.keep(draft(`tierDecision:${other}`))
  theirs.lock()

  const mine = await room.open(room.first)
  await mine.drafts.keep(draft(`alert:${client}:1`))
  await mine.eraseClient(client)
  expect(await mine.drafts.list()).toEqual([])
  expect(await codeOf(mine.eraseClient(client))).toBe('UNKNOWN_CLIENT')
  mine.lock()

  const again = await room.open(colleague)
  await again.finishErasing()
  expect((await again.drafts.list()).map(({ form }) => form)).toEqual([`tierDecision:${other}`])
})

test('a database that was set aside and does not open keeps no key in the second copy', async () => {
  const { room, vault } = await roomWithClient()
  const aside = `${room.name}.2`
  await beside(aside, { clientKeys: 'id, clientId' }, [{ id: `${client}.case.1`, clientId: client }])
  const { open } = IDBFactory.prototype
  const broken = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (
    this: IDBFactory,
    name,
    version,
  ) {
    if (name === aside) throw new DOMException('broken', 'UnknownError')
    return open.call(this, name, version)
  })
  expect(keptInFiles(room)).toBe(true)
  expect(await codeOf(vault.eraseClient(client))).toBe('NOT_SAVED')
  expect(keptInFiles(room)).toBe(false)
  broken.mockRestore()
  await vault.finishErasing()
  expect(await onDisk(aside, (database) => database.table('clientKeys').count())).toBe(0)
  expect(await codeOf(vault.eraseClient(client))).toBe('UNKNOWN_CLIENT')
})

test('what the trial of a backup left that was broken off keeps no key either', async () => {
  const { room, vault } = await roomWithClient()
  const trial = databaseOfDrill(room.name)
  await beside(trial, { clientKeys: 'id, clientId' }, [{ id: `${client}.case.1`, clientId: client }])
  await vault.eraseClient(client)
  expect((await Dexie.getDatabaseNames()).includes(trial)).toBe(false)
  expect(await onDisk(room.name, (database) => database.table('clientKeys').count())).toBe(0)
})
