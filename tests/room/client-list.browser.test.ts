import { beforeEach, describe, expect, test } from 'vitest'
import { clientKind } from '../../src/casework/clients/client.ts'
import type { ImportOnShow } from '../../src/room/contract/client-list.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { codeOf, given } from '../support/exchange.ts'
import { csvOf, listOfPeople } from '../support/list-of-people.ts'
import { register } from './casework.ts'
import { failAtCall } from './failing-storage.ts'
import { setUp } from './set-up.ts'
import { factsIn, vaultHere } from './vault-here.ts'
import { emptyStorage, openWindowHere, type TestWindow } from './windows.ts'

let window: TestWindow
let room: RoomApi

beforeEach(async () => {
  await emptyStorage()
  window = openWindowHere()
  room = window.room
  await setUp(room)
})

/** Opens a list and looks it through with what its column names suggest. */
const planned = async (rows: string[][]): Promise<ImportOnShow> => {
  given(await room.openClientList({ name: '示例名单.csv', bytes: csvOf(rows) }))
  const { layout } = given(await room.clientListSheet({ sheet: 0, headerRow: null }))
  return given(await room.planClientList({ sheet: 0, layout }))
}

const list = (...people: string[][]) => [['姓名', '出生日期', '联系电话'], ...people]

test('1,000 people with 30 bad rows: the bad ones are told by row and column, the others registered in one save', async () => {
  const { rows, faults } = listOfPeople({ people: 1_000, bad: 30 })
  const plan = await planned(rows)
  expect(plan).toMatchObject({ toAdd: 970, alike: [] })
  expect(
    plan.bad.flatMap(({ row, faults: own }) => own.map(({ column, code }) => ({ row, column, code }))),
  ).toEqual(faults)
  expect((await room.listClients('')).clients).toEqual([])
  expect(given(await room.importClientList({}))).toEqual({ added: 970, known: 0, bad: 30 })
  const { clients } = await room.listClients('')
  expect(new Set(clients.map(({ fileNumber }) => fileNumber)).size).toBe(970)
  expect(codeOf(await room.importClientList({}))).toBe('LIST_NOT_OPEN')

  await window.close()
  const vault = await vaultHere()
  expect(await vault.ids(clientKind)).toHaveLength(970)
  expect((await factsIn(vault)).length).toBe(970)
})

test('as many people as a list may have are saved in one go', async () => {
  await planned(listOfPeople({ people: 5_000, bad: 0 }).rows)
  expect(given(await room.importClientList({}))).toEqual({ added: 5_000, known: 0, bad: 0 })
  expect((await room.listClients('')).clients).toHaveLength(5_000)
  await window.close()
  const later = openWindowHere()
  room = later.room
  expect(await (await vaultHere()).ids(clientKind)).toHaveLength(5_000)
}, 300_000)

test('ID numbers are not shown whole, and nothing is shown of a list that was closed', async () => {
  const rows = [
    ['姓名', '身份证号'],
    ['示例甲', '999999199003071230'],
  ]
  given(await room.openClientList({ name: '示例.csv', bytes: csvOf(rows) }))
  const sheet = given(await room.clientListSheet({ sheet: 0, headerRow: null }))
  expect(JSON.stringify(sheet)).not.toContain('19900307')
  expect(sheet.layout.columns).toEqual(['name', 'idNumber'])
  await room.closeClientList()
  expect(codeOf(await room.clientListSheet({ sheet: 0, headerRow: null }))).toBe('LIST_NOT_OPEN')
})

describe('who may be there already', () => {
  test('is asked about, and registered only when they are somebody else', async () => {
    const known = await register(room, { name: '示例单晨', birthDate: '1980-01-01' })
    const plan = await planned(
      list(['示例单晨', '1980-01-01', ''], ['示例王芳', '1990-03-04', ''], ['示例王芳', '1990-03-04', '']),
    )
    expect(plan.toAdd).toBe(1)
    expect(
      plan.alike.map(({ row, registered, sameAs }) => [row, registered.map(({ id }) => id), sameAs]),
    ).toEqual([
      [2, [known], []],
      [4, [], [3]],
    ])
    expect(JSON.stringify(plan.alike.map(({ registered }) => registered))).not.toContain('单晨')
    expect(codeOf(await room.importClientList({ 2: 'known' }))).toBe('ANSWERS_MISSING')
    expect((await room.listClients('')).clients).toHaveLength(1)
    expect(given(await room.importClientList({ 2: 'known', 4: 'new' }))).toEqual({
      added: 2,
      known: 1,
      bad: 0,
    })
    expect((await room.listClients('')).clients).toHaveLength(3)
  })

  test('is asked about again when they were registered while the list was looked through', async () => {
    const rows = list(['示例王芳', '1990-03-04', ''])
    await planned(rows)
    await register(room, { name: '示例周正', birthDate: '1950-01-01' })
    await register(room, { name: '示例王芳', birthDate: '1990-03-04' })
    expect(codeOf(await room.importClientList({}))).toBe('LIST_PLAN_OUTDATED')
    expect((await room.listClients('')).clients).toHaveLength(2)
    expect((await planned(rows)).alike).toHaveLength(1)
  })

  test('and nobody is, when only others were registered meanwhile', async () => {
    await planned(list(['示例王芳', '1990-03-04', '']))
    await register(room, { name: '示例周正', birthDate: '1950-01-01' })
    expect(given(await room.importClientList({})).added).toBe(1)
    const numbers = (await room.listClients('')).clients.map(({ fileNumber }) => fileNumber)
    expect(new Set(numbers).size).toBe(2)
  })
})

test('what is stopped changes nothing and can be begun again', async () => {
  given(
    await room.openClientList({
      name: '示例.csv',
      bytes: csvOf(listOfPeople({ people: 3_000, bad: 0 }).rows),
    }),
  )
  const { layout } = given(await room.clientListSheet({ sheet: 0, headerRow: null }))
  let over = false
  const planning = room.planClientList({ sheet: 0, layout }).finally(() => {
    over = true
  })
  while (!over && (await room.clientListProgress()) === null) await new Promise((next) => setTimeout(next))
  await room.stopClientList()
  expect(codeOf(await planning)).toBe('LIST_STOPPED')
  expect(await room.clientListProgress()).toBeNull()
  expect(codeOf(await room.importClientList({}))).toBe('LIST_NOT_OPEN')
  expect(given(await room.planClientList({ sheet: 0, layout })).toAdd).toBe(3_000)
})

test('nothing is half imported when the storage fails', async () => {
  await planned(listOfPeople({ people: 40, bad: 0 }).rows)
  const failure = failAtCall(20, 'forGood')
  const saved = await room.importClientList({}).then(
    ({ ok }) => ok,
    () => false,
  )
  expect(failure.reached()).toBe(true)
  failure.mend()
  expect(saved).toBe(false)
  await window.close()
  expect([0, 40]).toContain((await (await vaultHere()).ids(clientKind)).length)
})

test('a file that is no list is refused, and says why', async () => {
  for (const [bytes, code] of [
    [new Uint8Array(), 'LIST_EMPTY'],
    [new Uint8Array([0x50, 0x4b, 3, 4]), 'LIST_DAMAGED'],
    [new TextEncoder().encode('<html>'), 'LIST_WRONG_TYPE'],
  ] as const)
    expect(codeOf(await room.openClientList({ name: 'x', bytes }))).toBe(code)
})
