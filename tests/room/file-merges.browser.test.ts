import { beforeEach, describe, expect, test } from 'vitest'
import { clientKind } from '../../src/casework/clients/client.ts'
import { clientMergeKind } from '../../src/casework/clients/client-merge.ts'
import { auditEntryKind } from '../../src/casework/records/audit-entry.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { codeOf, given } from '../support/exchange.ts'
import { agree, draft, fileOf, register } from './casework.ts'
import { setUp } from './set-up.ts'
import { valuesOf, vaultHere } from './vault-here.ts'
import { emptyStorage, openWindowHere, type TestWindow } from './windows.ts'

let window: TestWindow
let room: RoomApi
let older: string
let newer: string

beforeEach(async () => {
  await emptyStorage()
  window = openWindowHere()
  room = window.room
  await setUp(room)
  older = await register(room, { name: '示例李梅', birthDate: '1990-03-04' })
  newer = await register(room, { name: '示例李媒', birthDate: '1990-03-04' })
})

const because = '示例：本人当面说是同一个人'
const merge = async () => given(await room.mergeFiles({ from: newer, into: older, because }))
const idsFound = async (query = '') => (await room.listClients(query)).clients.map(({ id }) => id)

describe('two files of one person', () => {
  test('are offered to each other, without their names', async () => {
    const { candidates } = await room.fileMerges(older)
    expect(candidates).toMatchObject([{ id: newer, because: ['birthDate', 'pinyin', 'similarName'] }])
    expect(JSON.stringify(candidates)).not.toContain('示例')
  })

  test('are read together once somebody said why: one line, found by either name, all records in one file', async () => {
    await agree(room, newer)
    given(await room.decideTier({ clientId: newer, tier: 'priority', reason: '示例：需要重点关注' }))
    given(await room.decideTier({ clientId: older, tier: 'watch', reason: '示例：持续关注' }))
    expect(codeOf(await room.mergeFiles({ from: newer, into: older, because: ' ' }))).toBe('REASON_NEEDED')
    await merge()
    expect(await idsFound()).toEqual([older])
    expect(await idsFound('李媒')).toEqual([older])
    expect(await idsFound('李梅')).toEqual([older])
    const [line] = (await room.listClients('')).clients
    expect(line?.standing?.tier).toBe('priority')
    const file = await fileOf(room, older)
    expect(file.standing?.tier).toBe('priority')
    expect(file.decisions).toHaveLength(2)
    expect(file.consents).toHaveLength(1)
    expect((await room.today()).figures).toMatchObject({ clients: 1, priority: 1 })

    const [shown, other] = [await room.fileMerges(older), await room.fileMerges(newer)]
    expect(shown.merges).toMatchObject([
      { canUndo: true, merge: { value: { from: newer, into: older, because } } },
    ])
    expect(other).toMatchObject({ readUnder: { id: older }, merges: shown.merges })
    expect(shown.candidates).toEqual([])
  })

  test('are two again with a click, and no file number is given twice', async () => {
    await merge()
    const third = await register(room, { name: '示例别人', birthDate: '1970-01-01' })
    const numbers = await Promise.all(
      [older, newer, third].map(async (id) => (await fileOf(room, id)).client.value.fileNumber),
    )
    expect(new Set(numbers).size).toBe(3)
    const [{ merge: stored } = { merge: null }] = (await room.fileMerges(older)).merges
    const { id = '', revision = 0 } = stored ?? {}
    given(await room.undoMerge({ id, revision }))
    expect((await idsFound()).toSorted()).toEqual([older, newer, third].toSorted())
    expect(codeOf(await room.undoMerge({ id, revision: revision + 1 }))).toBe('ALREADY_UNDONE')
    expect((await room.fileMerges(newer)).readUnder).toBeNull()
  })

  test('cannot be merged in a circle, nor when one is restricted', async () => {
    await merge()
    expect(codeOf(await room.mergeFiles({ from: older, into: newer, because }))).toBe('ALREADY_TOGETHER')
    const third = await register(room, { name: '示例别人' })
    given(await room.restrictClient({ id: third, revision: 1, because: '示例：本人要求' }))
    expect(codeOf(await room.mergeFiles({ from: third, into: older, because }))).toBe('FILE_RESTRICTED')
  })

  test('are both erased when the person is', async () => {
    await merge()
    given(await room.eraseClient(newer))
    expect(await idsFound()).toEqual([])
    await window.close()
    const vault = await vaultHere()
    expect(await vault.ids(clientKind)).toEqual([])
    expect(await vault.ids(clientMergeKind)).toEqual([])
  })
})

test('a name is shown to whoever asks, and entered once a sitting', async () => {
  expect(JSON.stringify(await room.listClients(''))).not.toContain('示例')
  for (let time = 0; time < 3; time++) expect(given(await room.showName(older)).name).toBe('示例李梅')
  given(await room.showName(newer))
  await window.close()
  const entries = await valuesOf(await vaultHere(), auditEntryKind)
  expect(entries.filter(({ detail }) => detail === 'nameShown')).toHaveLength(2)
})

test('details are corrected, and left alone once the file is only kept', async () => {
  const guardian = { name: '示例监护人', relation: 'mother', phone: null } as const
  const change = draft({
    name: null,
    alias: '示例小梅',
    tags: ['student'],
    guardian,
    birthDate: '2015-03-04',
  })
  expect(codeOf(await room.changeClient({ id: older, revision: 1, draft: draft({ name: null }) }))).toBe(
    'CLIENT_INVALID',
  )
  given(await room.changeClient({ id: older, revision: 1, draft: change }))
  expect(codeOf(await room.changeClient({ id: older, revision: 1, draft: change }))).toBe('CONFLICT')
  const { client, age } = await fileOf(room, older)
  expect(client.value).toMatchObject({ name: null, alias: '示例小梅', tags: ['student'], guardian })
  expect(age).toBeGreaterThan(10)
  expect(await idsFound('xiaomei')).toEqual([older])

  given(await room.restrictClient({ id: older, revision: 2, because: '示例：本人要求' }))
  expect(codeOf(await room.changeClient({ id: older, revision: 3, draft: change }))).toBe('FILE_KEPT_ONLY')
  given(await room.restrictClient({ id: older, revision: 3, because: null }))
  given(await room.changeClient({ id: older, revision: 4, draft: change }))
})
