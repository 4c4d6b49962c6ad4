import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Role, roles } from '../../src/casework/staff/staff.ts'
import type { Outcome, Refusal } from '../../src/instruments/outcome.ts'
import { recordKinds } from '../../src/room/record-kinds.ts'
import { openRoom } from '../../src/room/room.ts'
import { codeOf as codeOfProblem } from '../../src/room/room-error.ts'
import { kdfFloor } from '../../src/vault/keys/key-derivation.ts'
import { openedBy } from '../../src/vault/keys/role-keys.ts'
import { given } from '../support/exchange.ts'
import { type Planted, plant, secrets } from './permissions/planted.ts'
import { type Asking, roomPermissions } from './permissions/room-permissions.ts'
import { passphrase, setUp, unlock } from './set-up.ts'
import { storedBytes } from './stored-bytes.ts'
import { emptyStorage, openWindowHere, type TestWindow } from './windows.ts'

/** Who works here, one for each role, and what was entered about one client for each of them. */
const staff = new Map<Role, string>()
const planted = new Map<Role, Planted>()
let window: TestWindow

beforeAll(async () => {
  await emptyStorage()
  window = openWindowHere()
  const { room } = window
  await setUp(room)
  for (const role of roles)
    staff.set(role, given(await room.addStaff({ name: `示例${role}`, roles: [role], passphrase })).id)
  for (const role of roles) planted.set(role, await plant(room))
  await leaves()
}, 300_000)

/** Goes home; what still had to be written is. */
const leaves = async (): Promise<void> => {
  await window.room.signOut('locked')
  await window.close()
}

afterEach(() => leaves().catch(() => window.close()))

const allWords = Object.values(secrets).flat()

const asOne = async (role: Role) => {
  window = openWindowHere()
  await unlock(window.room, staff.get(role))
  const own = planted.get(role)
  if (own === undefined) throw new Error('nothing was entered')
  return { room: window.room, own }
}

/** What lies in the tables this role has no key to, but for those anybody adds to. */
const closedTables = async (role: Role): Promise<Record<string, string>> => {
  const opened = openedBy([role])
  const closed = recordKinds.filter(({ domain, fromAnyRole }) => !fromAnyRole && !opened.includes(domain))
  const stored = await storedBytes()
  return Object.fromEntries(closed.map(({ table }) => [table, stored[`anxin/${table}`] ?? '']))
}

/** What somebody is told: all of it, as text, or the code it is refused with. */
const told = async (method: (...args: unknown[]) => Promise<unknown>, args: unknown[]) => {
  try {
    const answer = (await method(...args)) as
      | Partial<Outcome<unknown, Refusal | Refusal[]>>
      | null
      | undefined
    if (answer?.ok === false)
      return { code: [answer.refusal].flat()[0]?.code ?? '', done: false, answer: answer.refusal }
    if (answer?.ok === true) return { code: null, done: true, answer: answer.value }
    return { code: null, done: false, answer }
  } catch (problem) {
    return { code: codeOfProblem(problem), done: false, answer: String(problem) }
  }
}

test('every query and command of a room has its line', () => {
  expect(Object.keys(openRoom(kdfFloor)).filter((name) => !(name in roomPermissions))).toEqual([])
  expect(Object.keys(roomPermissions).filter((name) => !(name in openRoom(kdfFloor)))).toEqual([])
})

describe.each(roles)('%s', (role) => {
  test('gets what the role may, an empty list, or a refusal with its code', async () => {
    const { room, own } = await asOne(role)
    const opened = openedBy([role])
    const closedWords = Object.entries(secrets)
      .filter(([domain]) => !opened.some((one) => one === domain))
      .flatMap(([, words]) => words)
    const hidden = opened.includes('identity') ? closedWords : [...closedWords, own.fileNumber]
    const before = await closedTables(role)
    const came: Record<string, string> = {}
    const leaks: string[] = []
    for (const [name, line] of Object.entries(roomPermissions)) {
      if (line === 'nobody') continue
      const { asks, shows } = line as Asking
      const args = await asks(own, room)
      const { code, done, answer } = await told(Reflect.get(room, name), args)
      const text =
        JSON.stringify(answer, (_, part) =>
          part instanceof Uint8Array ? new TextDecoder().decode(part) : part,
        ) ?? ''
      const something =
        shows?.(answer) ??
        (done || [own.client, own.spare, own.fileNumber, ...allWords].some((word) => text.includes(word)))
      came[name] = code ?? (something ? 'gets' : 'nothing')
      // A call's number has a letter before what a file's number may be too.
      const words = text.replaceAll(/R\d{4}-\d+/g, '')
      if (hidden.some((word) => words.includes(word))) leaks.push(name)
      if ((await room.phase()).phase === 'locked') await unlock(room, staff.get(role))
    }
    const at = roles.indexOf(role)
    const expected = Object.fromEntries(
      Object.entries(roomPermissions).flatMap(([name, line]) =>
        line === 'nobody' ? [] : [[name, (line as Asking).answers[at]]],
      ),
    )
    expect(came).toEqual(expected)
    expect(leaks).toEqual([])
    expect(await closedTables(role)).toEqual(before)
  })
})
