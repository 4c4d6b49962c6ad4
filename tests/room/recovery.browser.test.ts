import { beforeEach, describe, expect, test } from 'vitest'
import { kioskApi } from '../../src/room/client-mode/kiosk.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { codeOf, given } from '../support/exchange.ts'
import { clientWhoAgreed, draft, fileOf, register } from './casework.ts'
import { namesFound } from './names.ts'
import { firstStaff, passphrase, setUp, unlock } from './set-up.ts'
import { emptyStorage, openWindow, remove } from './windows.ts'

beforeEach(emptyStorage)

const names = async (room: RoomApi): Promise<string[]> => (await namesFound(room)).toSorted()

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** Changes a table of the database behind everybody's back. */
const meddle = async (table: string, act: (rows: IDBObjectStore) => Promise<unknown>): Promise<void> => {
  const database = await done(indexedDB.open('anxin'))
  await act(database.transaction(table, 'readwrite').objectStore(table))
  database.close()
}

const databases = async (): Promise<string[]> =>
  (await indexedDB.databases()).map(({ name = '' }) => name).toSorted()

/** A room with two clients, closed. */
const worked = async (): Promise<void> => {
  const { room, close } = openWindow()
  await setUp(room)
  await register(room, { name: '示例甲' })
  await register(room, { name: '示例乙' })
  await close()
}

describe('case 11: records that the browser has lost', () => {
  test('are not taken for a new installation, and come back at the press of a button', async () => {
    await worked()
    await remove('anxin')
    const { room } = openWindow()
    const lost = await room.phase()
    expect(lost).toMatchObject({ phase: 'recovery', loss: 'MISSING', diskFull: false })
    expect(lost.phase === 'recovery' && lost.copiedSaves).toBeGreaterThan(1)
    expect(codeOf(await room.unlock('0'.repeat(32), passphrase))).toBe('RECOVERY_NEEDED')

    const { rows, saves, whole } = given(await room.recoverRecords())
    expect({ whole, saves }).toEqual({ whole: true, saves: lost.phase === 'recovery' && lost.copiedSaves })
    expect(rows).toBeGreaterThan(2)
    expect(codeOf(await room.recoverRecords())).toBe('NOTHING_LOST')
    await unlock(room)
    expect(await names(room)).toEqual(['示例甲', '示例乙'].toSorted())
    await register(room, { name: '示例丙' })
    expect((await room.health()).saves).toBeGreaterThan(saves)
  })

  test('take no answer with them that a client gave meanwhile, and no alert', async () => {
    await worked()
    const first = openWindow()
    await unlock(first.room)
    const clientId = await clientWhoAgreed(first.room)
    given(
      await first.room.startClientMode({
        clientId,
        instruments: ['phq-9'],
        rater: { kind: 'self' },
        language: 'zh-CN',
        largePrint: false,
      }),
    )
    const kiosk = kioskApi()
    const [{ assessmentId = '' } = {}] = (await kiosk.sitting())?.questionnaires ?? []
    given(await kiosk.answer({ assessmentId, question: 'q9', value: 2 }))
    await first.close()
    for (const name of await databases()) await remove(name)

    const { room } = openWindow()
    given(await room.recoverRecords())
    expect(await room.phase()).toMatchObject({ phase: 'locked', waitingAnswers: 1 })
    await unlock(room)
    const { assessments, alerts } = await fileOf(room, clientId)
    expect(assessments[0]?.value.answers).toEqual({ q9: 2 })
    expect(alerts.map(({ value }) => value.item)).toEqual(['q9'])
  })

  test('are kept aside when they are there but of no use', async () => {
    await worked()
    await meddle('vault', (rows) => done(rows.clear()))
    const { room } = openWindow()
    expect(await room.phase()).toMatchObject({ phase: 'recovery', loss: 'DAMAGED' })
    given(await room.recoverRecords())
    await unlock(room)
    expect(await names(room)).toHaveLength(2)
    expect(await databases()).toEqual(expect.arrayContaining(['anxin', 'anxin.2']))
    expect((await room.health()).setAside).toHaveLength(1)
  })
})

test('case 20: what a newer release kept is not opened, and nothing of it is changed', async () => {
  await worked()
  await meddle('vault', async (rows) =>
    done(rows.put({ ...(await done(rows.get('header'))), layout: 1_000 })),
  )
  const before = await databases()
  const { room } = openWindow()
  expect(await room.phase()).toEqual({ phase: 'newer' })
  expect(codeOf(await room.recoverRecords())).toBe('NEWER_VAULT')
  expect(await databases()).toEqual(before)
})

test('cases 9, 28: a row that is gone is found out; nothing is saved before it is back', async () => {
  await worked()
  await meddle('clients', async (rows) => done(rows.delete((await done(rows.getAllKeys()))[0] ?? '')))
  const { room } = openWindow()
  const staffId = await firstStaff(room)
  await unlock(room, staffId)
  let standing = await room.windowStanding(-1)
  while (!standing.misfit) standing = await room.windowStanding(standing.tick)
  expect(codeOf(await room.registerClient(draft({ name: '示例丙' })))).toBe('INCOMPLETE')
  const { counted } = await room.health()
  expect(counted).toMatchObject({ complete: false, misfits: [{ table: 'clients', expected: 2, found: 1 }] })

  expect(given(await room.recoverRecords())).toMatchObject({ whole: true })
  expect(await room.phase()).toMatchObject({ phase: 'locked' })
  await unlock(room, staffId)
  expect(given(await room.checkRecords())).toMatchObject({ counted: { complete: true }, unreadable: [] })
  expect(await names(room)).toHaveLength(2)
  await register(room, { name: '示例丙' })
})

test('the state of the records: what there is, counted, and how far the second copy has come', async () => {
  const { room } = openWindow()
  await setUp(room)
  await register(room)
  const { counted } = given(await room.checkRecords())
  expect(counted).toMatchObject({ complete: true, misfits: [] })
  const health = await room.health()
  expect(health.rows).toMatchObject({ clients: 1, unitProfile: 1, staff: 1 })
  expect(health.copy).toMatchObject({ where: 'browser', saves: health.saves, damaged: 0 })
  expect(health.counted).toEqual(counted)
  expect(health.space.left).toBeGreaterThan(0)
  expect(health.setAside).toEqual([])
})
