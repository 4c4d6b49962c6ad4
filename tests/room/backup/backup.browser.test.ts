import { beforeEach, expect, onTestFinished, test } from 'vitest'
import type { RoomApi } from '../../../src/room/contract/room-api.ts'
import { backupFolder } from '../../../src/room/journal/folders.ts'
import { codeOf, given } from '../../support/exchange.ts'
import { register } from '../casework.ts'
import { namesFound } from '../names.ts'
import { passphrase, setUp, unlock } from '../set-up.ts'
import { emptyStorage, openWindow, openWindowHere } from '../windows.ts'

let room: RoomApi
let words: string[]

beforeEach(async () => {
  await emptyStorage()
  room = openWindowHere().room
  words = await setUp(room)
  await register(room, { name: '示例甲' })
})

const clients = async (of: RoomApi): Promise<string[]> => (await namesFound(of)).toSorted()

const only = <T>(all: readonly T[]): T => {
  const [one] = all
  if (!one || all.length !== 1) throw new Error(`not one but ${all.length}`)
  return one
}

/** A stick: a folder somebody chose. */
const stick = async (): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle('示例U盘', { create: true })

const namesIn = async (folder: FileSystemDirectoryHandle): Promise<string[]> => {
  const names: string[] = []
  for await (const name of folder.keys()) names.push(name)
  return names
}

const fileIn = async (folder: FileSystemDirectoryHandle): Promise<File> =>
  (await folder.getFileHandle(only(await namesIn(folder)))).getFile()

test('a backup on this computer is made, read back, listed, and tried', async () => {
  expect((await room.backups()).state).toBe('overdue')
  const { state, last, days } = given(await room.backUp())
  expect([state, days]).toEqual(['good', 0])
  expect(last?.value).toMatchObject({ where: 'computer', folder: null, sheet: 1, refusal: null })
  expect((await (await backupFolder()).list()).map(({ name }) => name)).toEqual([last?.value.name])
  expect(await room.backupsHere()).toMatchObject([{ name: last?.value.name, size: last?.value.size }])

  const { drill } = given(await room.drillBackup(last?.id ?? '', null))
  expect(drill).toMatchObject({ rows: last?.value.rows, unreadable: 0, refusal: null })
  expect(drill?.opened).toBeGreaterThan(0)
  expect((await room.backups()).last?.value.drill).toEqual(drill)
  expect(await room.backupProgress()).toBeNull()
})

test('case 42: no name, no word and no passphrase stands in a backup', async () => {
  given(await room.backUp())
  const folder = await backupFolder()
  const { name, size } = only(await folder.list())
  const text = new TextDecoder().decode(await folder.read(name, 0, size))
  // One word alone is a character of three bytes, which sealed bytes hold by chance.
  const neighbours = words.slice(1).flatMap((word, at) => [`${words[at]}${word}`, `${words[at]} ${word}`])
  for (const plain of ['示例', passphrase, ...neighbours]) expect(text).not.toContain(plain)
})

test('one by itself comes at the first sign-in of a day, and not a second time', async () => {
  expect(given(await room.backUpIfDue('unlock'))?.backups).toHaveLength(1)
  expect(given(await room.backUpIfDue('unlock'))).toBeNull()
  expect(given(await room.backUpIfDue('lock'))).toBeNull()
})

test('into a chosen folder: remembered, whole, tried from there, and noted when it was destroyed', async () => {
  const folder = await stick()
  expect(await room.chosenBackupFolder()).toBeNull()
  const { last } = given(await room.backUpInto(folder))
  expect(last?.value).toMatchObject({ where: 'folder', folder: '示例U盘' })
  expect(await namesIn(folder)).toEqual([last?.value.name])
  expect((await room.chosenBackupFolder())?.name).toBe('示例U盘')
  expect(given(await room.drillBackup(last?.id ?? '', null)).drill?.refusal).toBeNull()

  await folder.removeEntry(last?.value.name ?? '')
  expect(given(await room.drillBackup(last?.id ?? '', null)).drill?.refusal).toBe('NO_FILE')
  expect(given(await room.noteBackupGone(last?.id ?? '')).backups).toEqual([])
})

test('as a file: counts once it was read back, and a damaged one is told from it', async () => {
  const { id, bytes } = given(await room.backUpAsFile())
  expect((await room.backups()).last).toBeNull()
  expect(codeOf(await room.checkBackupFile(new Blob(['示例'])))).toBe('NOT_A_BACKUP')
  const spoilt = bytes.slice()
  spoilt[spoilt.length - 100] = (spoilt[spoilt.length - 100] ?? 0) ^ 1
  expect(codeOf(await room.checkBackupFile(new Blob([spoilt])))).toBe('DAMAGED_BACKUP')
  expect((await room.backups()).last).toBeNull()
  expect(given(await room.checkBackupFile(new Blob([bytes]))).ofThese).toBe(true)
  expect((await room.backups()).last?.id).toBe(id)
  expect(codeOf(await room.drillBackup(id, null))).toBe('FILE_NEEDED')
  expect(given(await room.drillBackup(id, new Blob([bytes]))).drill?.refusal).toBeNull()
})

test('case 82: restored beside the records here, compared, and only then in their place', async () => {
  const { last } = given(await room.backUp())
  const name = last?.value.name ?? ''
  await register(room, { name: '示例乙' })
  const comparison = given(await room.prepareRestore({ name }, { signedIn: true }))
  expect(comparison.living).toBe(true)
  expect(comparison.tables.find(({ table }) => table === 'clients')).toMatchObject({
    restored: 1,
    living: 2,
    onlyLiving: 1,
  })
  expect(await clients(room)).toEqual(['示例乙', '示例甲'])
  given(await room.discardRestored())
  expect(codeOf(await room.switchToRestored())).toBe('NOTHING_PREPARED')

  given(await room.prepareRestore({ name }, { passphrase }))
  given(await room.switchToRestored())
  expect((await room.phase()).phase).toBe('locked')
  await unlock(room)
  expect(await clients(room)).toEqual(['示例甲'])
  expect((await room.backups()).last).toBeNull()
  given(await room.backUpIfDue('unlock'))
  expect((await room.backups()).last?.value).toMatchObject({
    name,
    size: last?.value.size,
    rows: last?.value.rows,
  })
  await register(room, { name: '示例丙' })
  expect(await clients(room)).toEqual(['示例丙', '示例甲'])
})

test('on a new computer: by the recovery sheet and a file, with nobody signed in', async () => {
  const folder = await stick()
  given(await room.backUpInto(folder))
  const bytes = new Uint8Array(await (await fileIn(folder)).arrayBuffer())
  await emptyStorage()
  const fresh = openWindowHere().room
  const file = new Blob([bytes])
  expect(given(await fresh.inspectBackup({ file }))).toMatchObject({
    kind: 'room',
    sheet: 1,
    staff: 1,
    ofThese: false,
  })
  expect((await fresh.phase()).phase).toBe('new')
  expect(codeOf(await fresh.prepareRestore({ file }, { passphrase: '别人的示例口令也不短啊' }))).toBe(
    'WRONG_PASSPHRASE',
  )
  expect(given(await fresh.prepareRestore({ file }, { words })).living).toBe(false)
  expect((await fresh.phase()).phase).toBe('new')
  given(await fresh.switchToRestored())
  await unlock(fresh)
  expect(await clients(fresh)).toEqual(['示例甲'])
})

test('case 83: another room’s backup is refused, and nothing changes', async () => {
  const { bytes } = given(await room.backUpAsFile())
  await emptyStorage()
  const other = openWindowHere().room
  await setUp(other)
  expect(codeOf(await other.prepareRestore({ file: new Blob([bytes]) }, { words }))).toBe(
    'BACKUP_OTHER_VAULT',
  )
  expect(codeOf(await other.checkBackupFile(new Blob([bytes])))).toBe('BACKUP_OTHER_VAULT')
  expect(await clients(other)).toEqual([])
})

test('case 6: where there is no room for another one none is begun, and that is said in red', async () => {
  const { last } = given(await room.backUp())
  const { estimate } = navigator.storage
  navigator.storage.estimate = async () => ({ quota: 1000, usage: 900 })
  onTestFinished(() => {
    navigator.storage.estimate = estimate
  })
  expect(codeOf(await room.backUp())).toBe('BACKUP_NO_SPACE')
  const standing = await room.backups()
  expect([standing.state, standing.failed?.value.refusal]).toEqual(['overdue', 'BACKUP_NO_SPACE'])
  expect(standing.backups.map(({ id }) => id)).toEqual([last?.id])
  expect(await (await backupFolder()).list()).toHaveLength(1)
})

test('a file that was chosen in the window reaches the worker', async () => {
  const window = openWindow()
  const file = new Blob(['示例'])
  expect(codeOf(await window.room.inspectBackup({ file }))).toBe('NOT_A_BACKUP')
  window.end()
})
