import { describe, expect, test, vi } from 'vitest'
import { type Domain, domains } from '../../../src/casework/records/record.ts'
import { drawBytes } from '../../../src/vault/primitives/random.ts'
import { openBox, sealBox } from '../../../src/vault/primitives/sealed-box.ts'
import type { GrantRow, RecordRow, Row } from '../../../src/vault/store/database.ts'
import type { OpenVault } from '../../../src/vault/vault.ts'
import { makeRoom, type Note, noteKind, onDisk, passphraseOf, planKind, type TestRoom } from '../room.ts'
import { codeOf } from '../sealing/places.ts'
import { everyRow, keyWalk, readable } from './key-walk.ts'

// Many sign in here, and every sign-in derives a key.
vi.setConfig({ testTimeout: 300_000 })

const client = 'a'.repeat(32)
const other = 'b'.repeat(32)
const note = (text: string, clientId = client): Note => ({ clientId, text })
const nothingPending = { renewals: [], waiting: [], refused: [] }

const write = async (vault: OpenVault, text: string, clientId = client): Promise<string> => {
  const id = vault.drawId()
  await vault.commit([{ kind: noteKind, id, expectedRevision: 0, value: note(text, clientId) }])
  return id
}

const textsOf = async (vault: OpenVault): Promise<string[]> =>
  (await vault.list(noteKind)).records.map(({ value }) => value.text).toSorted()

const generationsOf = (room: TestRoom) =>
  onDisk(room.name, async (database) =>
    (await database.table<Row & { generation: number }>('generations').toArray()).map(({ id }) => id).sort(),
  )

/** A room of four: the first is counsellor and administrator, and one more of each. */
const staffedRoom = async () => {
  const room = await makeRoom()
  const first = await room.open(room.first)
  const counsellorId = await room.add(first, '示例咨询', ['counsellor'])
  const hotlineId = await room.add(first, '示例热线', ['hotline'])
  const administratorId = await room.add(first, '示例管理', ['administrator'])
  return { room, first, counsellorId, hotlineId, administratorId }
}

describe('somebody who leaves', () => {
  test('case 36: can not read what is written from then on, with everything he ever had put back', async () => {
    const { room, first, counsellorId } = await staffedRoom()
    await write(first, '在职时')
    const passphrase = passphraseOf('示例咨询')
    const before = await everyRow(room)
    expect(await readable(await keyWalk(before, counsellorId, passphrase), before, noteKind)).toEqual([
      note('在职时'),
    ])

    await first.staffing.remove(counsellorId)
    await write(first, '离开后')
    await write(first, '另一位', other)
    // The rows of before lie beside the new ones, as in a copy of the disk.
    const after = await everyRow(room)
    const both = new Map([...after].map(([table, rows]) => [table, [...rows, ...(before.get(table) ?? [])]]))
    const walk = await keyWalk(both, counsellorId, passphrase)
    expect(await readable(walk, both, noteKind)).toEqual([note('在职时')])
    expect(walk.domainKeys.every(({ generation }) => generation === 1)).toBe(true)

    expect(first.staffing.list().map(({ id }) => id)).not.toContain(counsellorId)
    expect(first.staffing.names()[counsellorId]).toBe('示例咨询')
    expect(await codeOf(room.open(counsellorId))).toBe('WRONG_PASSPHRASE')
    expect(await first.staffing.pendingKeys()).toEqual(nothingPending)
    expect(await textsOf(await room.open(room.first))).toEqual(['另一位', '在职时', '离开后'].toSorted())

    // Put back on the disk, they open nothing and show.
    await onDisk(room.name, async (database) => {
      for (const table of ['staff', 'grants'])
        for (const row of before.get(table) ?? []) {
          const owner = (row as GrantRow).staffId ?? row.id
          if (owner === counsellorId) await database.table(table).put(row)
        }
    })
    expect(await codeOf(room.open(counsellorId))).toBe('DAMAGED_VAULT')
    const again = await room.open(room.first)
    const { refused } = await again.staffing.pendingKeys()
    expect(refused).toContain(`staff.${counsellorId}`)
    expect(refused).toContain(`grants.${counsellorId}.case.1`)
    expect(refused).toHaveLength(9)
    expect(again.staffing.list().map(({ id }) => id)).not.toContain(counsellorId)
  })

  test('takes nothing along that anybody else needs', async () => {
    const { room, counsellorId, hotlineId, administratorId } = await staffedRoom()
    const hotline = await room.open(hotlineId)
    await hotline.commit([{ kind: noteKind, id: hotline.drawId(), expectedRevision: 0, value: note('代记') }])
    const first = await room.open(room.first)
    const name = await first.pseudonym('statistics', client)
    const box = await sealBox(first.publicKey('assessment'), 'answer', drawBytes(20))
    const keyBefore = first.publicKey('case')
    await first.staffing.remove(hotlineId)
    await first.staffing.remove(counsellorId)

    expect(await generationsOf(room)).toEqual(
      ['assessment.2', 'case.2', 'config.2', 'config.3', 'exchange.2', 'hotline.2', 'hotline.3'].concat([
        'identity.2',
        'schedule.2',
        'schedule.3',
        'statistics.2',
      ]),
    )
    for (const vault of [first, await room.open(room.first)]) {
      expect(await textsOf(vault)).toEqual(['代记'])
      expect((await vault.find(noteKind, 'client', client)).records).toHaveLength(1)
      expect(await vault.pseudonym('statistics', client)).toBe(name)
      expect((await vault.openSealed('assessment', 'answer', box)).length).toBe(20)
      expect(vault.publicKey('case')).not.toEqual(keyBefore)
    }
    const administrator = await room.open(administratorId)
    expect(await administrator.staffing.pendingKeys()).toEqual(nothingPending)
    await room.add(administrator, '示例新人', ['hotline'])
  })

  test('a fresh secret of a domain that the administrator does not hold waits for somebody who does', async () => {
    const { room, first, counsellorId, administratorId } = await staffedRoom()
    const administrator = await room.open(administratorId)
    await administrator.staffing.remove(counsellorId)
    const closed: Domain[] = ['identity', 'case', 'assessment', 'hotline', 'statistics']
    expect((await administrator.staffing.pendingKeys()).renewals).toEqual(closed)
    expect(await generationsOf(room)).toEqual(['config.2', 'exchange.2', 'schedule.2'])

    // Case 41: nobody who knows of the order can write under a key that is to be replaced.
    const again = await room.open(room.first)
    expect(await codeOf(write(again, '太早'))).toBe('RETIRED_KEY')
    const plan = { kind: planKind, id: again.drawId(), expectedRevision: 0, value: note('也早') }
    expect(await codeOf(again.commit([plan]))).toBe('RETIRED_KEY')
    const { sealed, ...pending } = await again.staffing.sealPendingGrants()
    expect(pending).toEqual(nothingPending)
    expect(sealed).toBeGreaterThan(closed.length)
    await write(again, '现在可以')
    expect(await textsOf(again)).toEqual(['现在可以'])
    const generations = await onDisk(room.name, async (database) =>
      (await database.table('clientKeys').toArray()).map(({ id }) => id),
    )
    expect(generations).toEqual([`${client}.case.2`])
    expect(first.staff.id).toBe(room.first)
  })

  test('a domain key that nobody entitled made is not sealed with', async () => {
    const { room, first, counsellorId, hotlineId } = await staffedRoom()
    const before = await everyRow(room)
    await first.staffing.remove(counsellorId)
    const made = await onDisk(room.name, (database) => database.table('generations').get('case.2'))
    const walk = await keyWalk(before, counsellorId, passphraseOf('示例咨询'))
    const hotline = await room.open(hotlineId)
    const key = hotline.publicKey('case')
    const forgeries: [string, object][] = [
      ['another public key', { ...made, publicKey: drawBytes(32) }],
      ['by him who left', { ...made, madeBy: counsellorId }],
      ['by a colleague whose role does not open it', { ...made, madeBy: hotlineId }],
      ['of a generation that nobody ordered', { ...made, id: 'case.3', generation: 3 }],
      ['in place of the first', { ...made, id: 'case.1', generation: 1 }],
      ['of another domain', { ...made, id: 'identity.2', domain: 'identity' }],
      ['without a signature', { ...made, signature: undefined }],
    ]
    for (const [forgery, row] of forgeries) {
      const { id } = row as Row
      const replaced = await onDisk(room.name, (database) => database.table('generations').get(id))
      await onDisk(room.name, (database) => database.table('generations').put(row))
      const reader = await room.open(hotlineId)
      expect((await reader.staffing.pendingKeys()).refused, forgery).toContain(`generations.${id}`)
      if (id !== 'case.2') expect(reader.publicKey('case'), forgery).toEqual(key)
      await onDisk(room.name, async (database) => {
        await database.table('generations').delete(id)
        if (replaced) await database.table('generations').put(replaced)
      })
    }
    expect(walk.domains).toContain('case')
  })
})

describe('changing roles', () => {
  test('takes what the new roles do not open, gives what they do, and leaves the rest', async () => {
    const { room, first, counsellorId } = await staffedRoom()
    await write(first, '以前的')
    await first.staffing.setRoles(counsellorId, ['hotline'])
    expect((await generationsOf(room)).map((id) => id.split('.')[0])).toEqual([
      'assessment',
      'case',
      'exchange',
      'identity',
      'statistics',
    ])
    const demoted = await room.open(counsellorId)
    expect(demoted.staff.roles).toEqual(['hotline'])
    expect(domains.filter((domain) => demoted.opens(domain))).toEqual(['hotline', 'schedule', 'config'])
    expect(await codeOf(demoted.list(noteKind))).toBe('NO_KEY')
    const found = await everyRow(room)
    const now = new Map([...found].map(([table, rows]) => [table, rows]))
    const grants = await onDisk(room.name, (database) => database.table<GrantRow>('grants').toArray())
    const walk = await keyWalk(now.set('grants', grants), counsellorId, passphraseOf('示例咨询'))
    expect(walk.domains).toEqual(['hotline', 'schedule', 'config'])

    await first.staffing.setRoles(counsellorId, ['supervisor'])
    const promoted = await room.open(counsellorId)
    expect(await textsOf(promoted)).toEqual(['以前的'])
    await write(promoted, '以后的')
    expect(await textsOf(first)).toEqual(['以前的', '以后的'].toSorted())
    expect(await first.staffing.pendingKeys()).toEqual(nothingPending)
  })

  test('is for administrators, of colleagues, and leaves nobody without', async () => {
    const { room, first, counsellorId, hotlineId, administratorId } = await staffedRoom()
    const counsellor = await room.open(counsellorId)
    expect(await codeOf(counsellor.staffing.remove(hotlineId))).toBe('NOT_ADMINISTRATOR')
    expect(await codeOf(counsellor.staffing.setRoles(hotlineId, ['counsellor']))).toBe('NOT_ADMINISTRATOR')
    expect(await codeOf(first.staffing.setRoles('f'.repeat(32), ['hotline']))).toBe('UNKNOWN_STAFF')
    expect(await codeOf(first.staffing.setRoles(hotlineId, []))).toBe('INVALID_STAFF')
    expect(await codeOf(first.staffing.remove(room.first))).toBe('NOT_ONESELF')
    expect(await codeOf(first.staffing.setRoles(room.first, ['counsellor']))).toBe('NOT_ONESELF')

    await first.staffing.remove(administratorId)
    expect(await codeOf(first.staffing.remove(room.first))).toBe('LAST_ADMINISTRATOR')
    await first.staffing.remove(counsellorId)
    await first.staffing.setRoles(hotlineId, ['administrator'])
    const administrator = await room.open(hotlineId)
    for (const attempt of [
      administrator.staffing.remove(room.first),
      administrator.staffing.setRoles(room.first, ['administrator']),
    ])
      expect(await codeOf(attempt)).toBe('LAST_HOLDER')
    expect(await first.staffing.pendingKeys()).toEqual(nothingPending)
  })

  test('goes round in a circle and everybody still stands', async () => {
    const { room, first, administratorId } = await staffedRoom()
    const administrator = await room.open(administratorId)
    await administrator.staffing.setRoles(room.first, ['counsellor', 'supervisor', 'administrator'])
    const again = await room.open(room.first)
    await again.staffing.setRoles(administratorId, ['administrator', 'coordinator'])
    expect((await room.open(administratorId)).staff.roles).toEqual(['administrator', 'coordinator'])
    expect(again.staffing.list()).toHaveLength(4)
    expect(first.staff.roles).toEqual(['counsellor', 'administrator'])
  })

  test('an administrator who was demoted orders nothing more; what he ordered stands', async () => {
    const { room, administratorId } = await staffedRoom()
    const administrator = await room.open(administratorId)
    const newId = await room.add(administrator, '示例新人', ['hotline'])
    await (await room.open(room.first)).staffing.setRoles(administratorId, ['hotline'])
    expect(await codeOf(administrator.staffing.remove(newId))).toBe('NOT_ADMINISTRATOR')
    expect((await room.open(newId)).staffing.list()).toHaveLength(5)
  })
})

describe('sealing anew', () => {
  const envelopes = (room: TestRoom) =>
    onDisk(room.name, async (database) => [
      ...(await database.table<RecordRow>('notes').toArray()),
      ...(await database.table<RecordRow>('plans').toArray()),
    ])

  test('moves every record to the newest keys in small steps, and then the former ones can go', async () => {
    const { room, first, counsellorId, hotlineId } = await staffedRoom()
    const hotline = await room.open(hotlineId)
    await hotline.commit([{ kind: noteKind, id: hotline.drawId(), expectedRevision: 0, value: note('代记') }])
    const again = await room.open(room.first)
    for (let n = 0; n < 5; n++) await write(again, `记录${n}`, n % 2 ? client : other)
    await again.commit([{ kind: planKind, id: again.drawId(), expectedRevision: 0, value: note('计划') }])
    expect(again.formerKeys.due).toBe(false)
    const texts = await textsOf(again)
    await again.staffing.remove(counsellorId)
    expect(again.formerKeys.due).toBe(true)

    const steps = [await again.formerKeys.reseal(1), await again.formerKeys.reseal(1)]
    expect(steps.at(-1)?.done).toBe(false)
    while (!(await again.formerKeys.reseal(3)).done);
    expect(await again.formerKeys.reseal(100)).toEqual({ resealed: 0, done: true })
    await again.formerKeys.forget()
    expect(again.formerKeys.due).toBe(false)

    const last = await room.open(room.first)
    expect(await textsOf(last)).toEqual(texts)
    expect((await last.list(planKind)).records.map(({ value }) => value.text)).toEqual(['计划'])
    expect((await last.find(noteKind, 'client', other)).records).toHaveLength(3)
    const [grants, keys] = await onDisk(room.name, async (database) => [
      await database.table<GrantRow>('grants').toArray(),
      (await database.table('clientKeys').toArray()).map(({ id }) => id).sort(),
    ])
    expect(grants.filter(({ domain, generation }) => domain === 'case' && generation === 1)).toEqual([])
    expect(keys).toEqual([`${client}.case.2`, `${other}.case.2`])
    await room.add(last, '示例新人', ['counsellor'])
    expect(first.staff.id).toBe(room.first)
  })

  test('leaves what cannot be opened, and its keys are not forgotten for it', async () => {
    const { room, first, counsellorId } = await staffedRoom()
    const id = await write(first, '坏的')
    await write(first, '好的')
    await first.staffing.remove(counsellorId)
    await onDisk(room.name, (database) => database.table('notes').update(id, { envelope: drawBytes(9) }))
    const before = await envelopes(room)
    expect(await first.formerKeys.reseal(10)).toEqual({ resealed: 1, done: false })
    const after = await envelopes(room)
    expect(after.find((row) => row.id === id)).toEqual(before.find((row) => row.id === id))
  })

  test('is overtaken by whoever changes the record meanwhile', async () => {
    const { room, first, counsellorId } = await staffedRoom()
    const id = await write(first, '旧的')
    await first.staffing.remove(counsellorId)
    const passing = first.formerKeys.reseal(10)
    const changing = first.commit([{ kind: noteKind, id, expectedRevision: 1, value: note('新的') }])
    await Promise.allSettled([passing, changing])
    expect(await passing).toHaveProperty('resealed')
    expect(['旧的', '新的']).toContain((await textsOf(first))[0])
    expect((await room.open(room.first)).opens('case')).toBe(true)
  })
})

test('what was sealed to a former public key is opened by nobody else', async () => {
  const { first, counsellorId } = await staffedRoom()
  const box = await sealBox(first.publicKey('case'), 'x', drawBytes(16))
  await first.staffing.remove(counsellorId)
  expect(await codeOf(first.openSealed('case', 'y', box))).toBe('DAMAGED_BOX')
  expect(await codeOf(first.openSealed('hotline', 'x', box))).toBe('DAMAGED_BOX')
  expect(typeof openBox).toBe('function')
})
