import { expect, test, vi } from 'vitest'
import type { FolderFault } from '../../support/memory-folder.ts'
import { callsToFail } from '../calls-to-fail.ts'
import { makeRoom, noteKind, onDisk, passphraseOf, type TestRoom } from '../room.ts'
import { codeOf } from '../sealing/places.ts'

// A key is derived at every step, which takes its time on purpose.
vi.setConfig({ testTimeout: 300_000 })

const client = 'a'.repeat(32)
const every: FolderFault['when'][] = ['before', 'halfway', 'after']

/** All rows by table, but for those of the trail, the head and what is local. */
const rows = async (
  room: TestRoom,
  tables = ['staff', 'orders', 'generations', 'grants', 'clientKeys', 'notes'],
) =>
  onDisk(room.name, async (database) =>
    Object.fromEntries(
      await Promise.all(tables.map(async (table) => [table, await database.table(table).toArray()] as const)),
    ),
  )

/** Does something with the folder failing, and gives its code; nothing fails before and after. */
type Act = (work: () => Promise<unknown>) => Promise<unknown>

/** Tries something with the n-th call of the folder failing, for every n, or a spread of them, until none does. */
const withEachFault = async (
  room: TestRoom,
  attempt: (fault: string, act: Act) => Promise<void>,
): Promise<number> => {
  const { folder } = room.place
  let trials = 0
  for (const [place, when] of every.entries())
    for (const at of callsToFail(place)) {
      let reached = 0
      await attempt(`${when} call ${at}`, async (work) => {
        folder.fail({ at, when })
        const code = await codeOf(work())
        reached = Math.max(reached, folder.counted)
        folder.fail(null)
        return code
      })
      trials += 1
      if (reached < at) break
    }
  return trials
}

test('case 38: a passphrase changed with a fault at each step opens with the old or the new one, and nothing else has changed', async () => {
  const room = await makeRoom()
  const vault = await room.open(room.first)
  await vault.commit([
    { kind: noteKind, id: client, expectedRevision: 0, value: { clientId: client, text: '示例' } },
  ])
  const { staff: before, ...others } = await rows(room)
  let current = passphraseOf('示例首位')
  let round = 0
  const trials = await withEachFault(room, async (fault, act) => {
    round += 1
    const next = `换成第${round}句示例口令:风吹过麦田`
    const code = await act(() => vault.changePassphrase({ current, next }))
    expect(['NO ERROR', 'NOT_SAVED'], fault).toContain(code)
    const [works, fails] = code === 'NO ERROR' ? [next, current] : [current, next]
    expect(await codeOf(vault.confirmPassphrase(works)), fault).toBe('NO ERROR')
    expect(await codeOf(vault.confirmPassphrase(fails)), fault).toBe('WRONG_PASSPHRASE')
    current = works
  })
  expect(trials).toBeGreaterThan(3)
  const { staff: after, ...same } = await rows(room)
  expect(same).toEqual(others)
  const rest = ({ wrapped: _w, salt: _s, revision: _r, ...row }: Record<string, unknown>) => row
  expect(after?.map(rest)).toEqual(before?.map(rest))
  expect(await codeOf(room.open(room.first, current))).toBe('NO ERROR')
})

test('a colleague is removed, or given other roles, wholly or not at all, whatever fails', async () => {
  const room = await makeRoom()
  const vault = await room.open(room.first)
  const ids: string[] = []
  for (let n = 0; n < 3; n++) ids.push(await room.add(vault, `示例同事${n}`, ['counsellor']))
  await vault.commit([
    { kind: noteKind, id: client, expectedRevision: 0, value: { clientId: client, text: '示例' } },
  ])
  let roles = ['counsellor']
  const trials = await withEachFault(room, async (fault, act) => {
    const [id = ''] = ids
    const before = await rows(room)
    const wanted = roles[0] === 'hotline' ? (['counsellor'] as const) : (['hotline'] as const)
    const code = await act(() => vault.staffing.setRoles(id, wanted))
    const member = vault.staffing.list().find((each) => each.id === id)
    if (code !== 'NO ERROR') {
      expect(code, fault).toBe('NOT_SAVED')
      expect(await rows(room), fault).toEqual(before)
    } else roles = [...wanted]
    expect(member?.roles, fault).toEqual(roles)
    expect(await vault.staffing.pendingKeys(), fault).toEqual({ renewals: [], waiting: [], refused: [] })
    expect((await vault.list(noteKind)).records, fault).toHaveLength(1)
  })
  expect(trials).toBeGreaterThan(3)
  for (const [n, when] of every.entries()) {
    const id = ids[n] ?? ''
    room.place.folder.fail({ at: 1, when })
    const code = await codeOf(vault.staffing.remove(id))
    room.place.folder.fail(null)
    const gone = !vault.staffing.list().some((each) => each.id === id)
    expect(gone, when).toBe(code === 'NO ERROR')
    if (!gone) await vault.staffing.remove(id)
    expect(await vault.staffing.pendingKeys(), when).toEqual({ renewals: [], waiting: [], refused: [] })
  }
  const again = await room.open(room.first)
  expect((await again.list(noteKind)).unreadable).toEqual([])
})

test('records are sealed anew and former keys forgotten, whatever fails, and none is lost', async () => {
  const room = await makeRoom()
  const vault = await room.open(room.first)
  const colleague = await room.add(vault, '示例同事', ['counsellor'])
  for (let n = 0; n < 3; n++)
    await vault.commit([
      { kind: noteKind, id: vault.drawId(), expectedRevision: 0, value: { clientId: client, text: `${n}` } },
    ])
  await vault.staffing.remove(colleague)
  await withEachFault(room, async (fault, act) => {
    const sealed = await act(() => vault.formerKeys.reseal(10))
    const forgotten = sealed === 'NO ERROR' ? await act(() => vault.formerKeys.forget()) : 'NOT_SAVED'
    for (const code of [sealed, forgotten]) expect(['NO ERROR', 'NOT_SAVED'], fault).toContain(code)
    const { records, unreadable } = await vault.list(noteKind)
    expect([records.length, unreadable.length], fault).toEqual([3, 0])
  })
  expect((await vault.formerKeys.reseal(10)).done).toBe(true)
  await vault.formerKeys.forget()
  expect(vault.formerKeys.due).toBe(false)
  expect((await (await room.open(room.first)).list(noteKind)).records).toHaveLength(3)
})

test('a client is erased wholly or not at all; what was broken off afterwards is finished', async () => {
  const room = await makeRoom()
  const vault = await room.open(room.first)
  const holds = () =>
    [...room.place.folder.files.values()].some((bytes) =>
      new TextDecoder('latin1').decode(bytes).includes(`${client}.case`),
    )
  const trials = await withEachFault(room, async (fault, act) => {
    for (let n = 0; n < 2; n++)
      await vault.commit([
        {
          kind: noteKind,
          id: vault.drawId(),
          expectedRevision: 0,
          value: { clientId: client, text: `${n}` },
        },
      ])
    expect(holds(), fault).toBe(true)
    const code = await act(() => vault.eraseClient(client))
    const left = (await vault.list(noteKind)).records.length
    expect(['NO ERROR', 'NOT_SAVED'], fault).toContain(code)
    expect([0, 2], fault).toContain(left)
    if (code === 'NO ERROR') expect([left, holds()], fault).toEqual([0, false])
    else if (left === 0) await vault.finishErasing()
    else await vault.eraseClient(client)
    expect((await vault.list(noteKind)).records, fault).toEqual([])
    expect(holds(), fault).toBe(false)
    expect(await codeOf(vault.eraseClient(client)), fault).toBe('UNKNOWN_CLIENT')
  })
  expect(trials).toBeGreaterThan(12)
})
