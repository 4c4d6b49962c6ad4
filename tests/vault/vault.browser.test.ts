import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { clientKind } from '../../src/casework/clients/client.ts'
import { domains, type RecordKind } from '../../src/casework/records/record.ts'
import { ConflictError } from '../../src/vault/errors.ts'
import { drawRecoveryWords } from '../../src/vault/keys/recovery-words.ts'
import { textOf, utf8 } from '../../src/vault/primitives/bytes.ts'
import { sealBox } from '../../src/vault/primitives/sealed-box.ts'
import { layoutVersion, type RecordRow } from '../../src/vault/store/database.ts'
import { createVault, describeVault, openVault } from '../../src/vault/vault.ts'
import { memoryFolder } from '../support/memory-folder.ts'
import { kinds, makeRoom, type Note, noteKind, onDisk, passphraseOf, planKind, someClient } from './room.ts'
import { codeOf } from './sealing/places.ts'

const client = 'a'.repeat(32)
const note = (text: string, clientId = client) => ({ clientId, text })

const withNotes = async (...texts: string[]) => {
  const room = await makeRoom()
  const vault = await room.open(room.first)
  const ids = texts.map(() => vault.drawId())
  await vault.commit(
    texts.map((text, at) => ({ kind: noteKind, id: ids[at] ?? '', expectedRevision: 0, value: note(text) })),
  )
  return { room, vault, ids }
}

describe('a vault', () => {
  test('keeps what was saved after closing and opening again', async () => {
    const { room, vault, ids } = await withNotes('第一次', '第二次')
    const [first = ''] = ids
    await vault.commit([
      { kind: noteKind, id: first, expectedRevision: 1, value: note('改过') },
      { kind: clientKind, id: client, expectedRevision: 0, value: someClient },
    ])
    vault.lock()
    const again = await room.open(room.first)
    expect(again.staff).toEqual({ id: room.first, name: '示例首位', roles: ['counsellor', 'administrator'] })
    expect(await again.get(noteKind, first)).toEqual({ id: first, revision: 2, value: note('改过') })
    expect(await again.get(clientKind, client)).toEqual({ id: client, revision: 1, value: someClient })
    const { records, unreadable } = await again.list(noteKind)
    expect(unreadable).toEqual([])
    expect(records.map(({ value }) => value.text).sort()).toEqual(['改过', '第二次'].sort())
    expect(await again.get(noteKind, again.drawId())).toBeNull()
  })

  test('tells the lock screen whose it is without a key, and nothing where there is none', async () => {
    const room = await makeRoom()
    expect(await describeVault(room.place)).toMatchObject({
      kind: 'room',
      unitName: '示例咨询室',
      language: 'zh-CN',
      staff: [{ id: room.first, name: '示例首位', roles: ['counsellor', 'administrator'] }],
    })
    expect(await describeVault({ ...room.place, name: 'no-such-room', folder: memoryFolder() })).toBeNull()
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('no-such-room')
  })

  test('from before there was some kind of record opens as it was and takes the new kind', async () => {
    const room = await makeRoom()
    const vault = await room.open(room.first)
    await vault.commit([{ kind: noteKind, id: vault.drawId(), expectedRevision: 0, value: note('从前') }])
    vault.lock()
    const newKind: RecordKind<Note> = { ...planKind, table: 'addedLater' }
    const key = { ...room.place, staffId: room.first, passphrase: passphraseOf('示例首位') }
    const first = await openVault({ ...key, kinds: [...kinds, newKind] })
    expect(await first.list(newKind)).toEqual({ records: [], unreadable: [] })
    await first.commit([{ kind: newKind, id: first.drawId(), expectedRevision: 0, value: note('后来') }])
    first.lock()
    const later = await openVault({ ...key, kinds: [...kinds, newKind] })
    onTestFinished(() => later.lock())
    expect((await later.list(newKind)).records.map(({ value }) => value.text)).toEqual(['后来'])
    expect((await later.list(noteKind)).records.map(({ value }) => value.text)).toEqual(['从前'])
  })

  test('is not made twice, nor half', async () => {
    const room = await makeRoom()
    const input = {
      ...room.place,
      kind: 'room',
      unitName: '另一室',
      language: 'zh-CN',
      first: { name: '示例乙', roles: ['administrator'], passphrase: passphraseOf('示例乙') },
      recoveryWords: drawRecoveryWords('en'),
    } as const
    expect(await codeOf(createVault(input))).toBe('VAULT_EXISTS')
    const fresh = { ...input, name: 'never-made', folder: memoryFolder() }
    const first = input.first
    expect(await codeOf(createVault({ ...fresh, recoveryWords: ['word'] }))).toBe('RECOVERY_WORDS_INVALID')
    expect(await codeOf(createVault({ ...fresh, first: { ...first, passphrase: '123' } }))).toBe(
      'WEAK_PASSPHRASE',
    )
    expect(await codeOf(createVault({ ...fresh, first: { ...first, name: ' ' } }))).toBe('INVALID_STAFF')
    expect(await codeOf(createVault({ ...fresh, first: { ...first, roles: ['counsellor'] } }))).toBe(
      'NOT_ADMINISTRATOR',
    )
    expect(await describeVault(fresh)).toBeNull()
    expect((await room.open(room.first)).staff.name).toBe('示例首位')
  })

  test('begins with the records it was made with, which the roles decide who reads', async () => {
    const records = [{ kind: noteKind, id: client, expectedRevision: 0, value: note('一开始就有') }]
    const room = await makeRoom(['counsellor', 'administrator'], records)
    const counsellor = await room.open(room.first)
    expect((await counsellor.find(noteKind, 'client', client)).records).toHaveLength(1)
    const office = await makeRoom(['administrator'], records)
    const administrator = await office.open(office.first)
    expect(await codeOf(administrator.get(noteKind, client))).toBe('NO_KEY')
  })

  test('says the same to a stranger and to a wrong passphrase, and changes nothing', async () => {
    const room = await makeRoom()
    const before = await onDisk(room.name, (database) => database.table('staff').toArray())
    expect(await codeOf(room.open(room.first, '错误的口令错误的口令啊'))).toBe('WRONG_PASSPHRASE')
    expect(await codeOf(room.open(room.first, ''))).toBe('WRONG_PASSPHRASE')
    expect(await codeOf(room.open('f'.repeat(32), passphraseOf('示例首位')))).toBe('WRONG_PASSPHRASE')
    expect(await onDisk(room.name, (database) => database.table('staff').toArray())).toEqual(before)
    const nowhere = {
      ...room.place,
      name: 'no-such-room',
      folder: memoryFolder(),
      staffId: room.first,
      passphrase: 'x',
    }
    expect(await codeOf(openVault(nowhere))).toBe('NO_VAULT')
  })

  test('does nothing more once locked', async () => {
    const { vault, ids } = await withNotes('一')
    vault.lock()
    expect(await codeOf(vault.list(noteKind))).toBe('LOCKED')
    expect(await codeOf(vault.get(noteKind, ids[0] ?? ''))).toBe('LOCKED')
    expect(await codeOf(vault.commit([]))).toBe('LOCKED')
    expect(() => vault.publicKey('assessment')).toThrow('LOCKED')
  })

  test('from a newer release is refused and left as it is', async () => {
    const room = await makeRoom()
    await onDisk(room.name, (database) =>
      database.table('vault').update('header', { layout: layoutVersion + 1 }),
    )
    expect(await codeOf(room.open(room.first))).toBe('NEWER_VAULT')
    expect(await codeOf(describeVault(room.place))).toBe('NEWER_VAULT')
  })

  test('whose header is gone is damaged, not absent: nobody sets another one up over its records', async () => {
    const room = await makeRoom()
    await onDisk(room.name, (database) => database.table('vault').clear())
    const rows = () => onDisk(room.name, (database) => database.table('grants').toArray())
    const before = await rows()
    expect(await codeOf(describeVault(room.place))).toBe('RECOVERY_NEEDED')
    const again = createVault({
      ...room.place,
      kind: 'room',
      unitName: '示例咨询室',
      language: 'zh-CN',
      first: { name: '示例首位', roles: ['administrator'], passphrase: passphraseOf('示例首位') },
      recoveryWords: room.words,
    })
    expect(await codeOf(again)).toBe('VAULT_EXISTS')
    expect(await rows()).toEqual(before)
  })
})

describe('saving', () => {
  test('over somebody else’s change writes nothing and names the records', async () => {
    const { vault, ids } = await withNotes('一', '二', '三')
    const [one = '', two = '', three = ''] = ids
    await vault.commit([{ kind: noteKind, id: two, expectedRevision: 1, value: note('二改') }])
    const fresh = vault.drawId()
    const conflict = await vault
      .commit([
        { kind: noteKind, id: one, expectedRevision: 1, value: note('一改') },
        { kind: noteKind, id: two, expectedRevision: 1, value: note('二又改') },
        { kind: noteKind, id: three, expectedRevision: 0, value: note('三重来') },
        { kind: planKind, id: fresh, expectedRevision: 1, value: note('从未有过') },
      ])
      .catch((problem) => problem)
    expect(conflict).toBeInstanceOf(ConflictError)
    expect(conflict).toMatchObject({ code: 'CONFLICT', ids: [two, three, fresh] })
    expect((await vault.get(noteKind, one))?.value.text).toBe('一')
    expect((await vault.get(noteKind, two))?.value.text).toBe('二改')
    expect((await vault.get(noteKind, three))?.value.text).toBe('三')
    expect((await vault.list(planKind)).records).toEqual([])
  })

  test('the same record twice at once writes nothing', async () => {
    const { vault } = await withNotes()
    const id = vault.drawId()
    const change = { kind: noteKind, id, expectedRevision: 0, value: note('一') }
    const both = vault.commit([change, { ...change, value: note('二') }])
    expect(await codeOf(both)).toBe('CONFLICT')
    expect(await vault.get(noteKind, id)).toBeNull()
  })

  test('two at once: one is saved, the other hears of it', async () => {
    const { vault, ids } = await withNotes('一')
    const [id = ''] = ids
    const save = (text: string) =>
      codeOf(vault.commit([{ kind: noteKind, id, expectedRevision: 1, value: note(text) }]))
    expect((await Promise.all([save('甲'), save('乙')])).sort()).toEqual(['CONFLICT', 'NO ERROR'])
    expect((await vault.get(noteKind, id))?.revision).toBe(2)
  })

  test('what does not fit its kind is refused before anything is written', async () => {
    const { vault } = await withNotes()
    const id = vault.drawId()
    const bad = { ...note('一'), extra: 1 }
    const good = { kind: noteKind, id, expectedRevision: 0, value: note('好') }
    const problem = await vault
      .commit([good, { ...good, id: vault.drawId(), value: bad }])
      .catch((caught) => caught)
    expect(problem).toMatchObject({ code: 'INVALID_RECORD', at: 'notes' })
    expect(await codeOf(vault.commit([{ ...good, id: 'not-an-id' }]))).toBe('INVALID_RECORD')
    expect((await vault.list(noteKind)).records).toEqual([])
  })

  test('cases 2 and 24: is strict in every writing transaction, and no cipher runs inside one', async () => {
    const modes: [IDBTransactionMode | undefined, string | undefined][] = []
    let writing = 0
    let ciphersInside = 0
    const open = IDBDatabase.prototype.transaction
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      stores,
      mode,
      options,
    ) {
      const started = open.call(this, stores, mode, options)
      modes.push([mode, options?.durability])
      if (mode === 'readwrite') {
        writing++
        for (const end of ['complete', 'abort']) started.addEventListener(end, () => writing--)
      }
      return started
    })
    const encrypt = crypto.subtle.encrypt
    const cipher = vi.spyOn(crypto.subtle, 'encrypt').mockImplementation((...input) => {
      if (writing > 0) ciphersInside++
      return encrypt.apply(crypto.subtle, input)
    })
    try {
      const { room, vault } = await withNotes('一', '二')
      await room.add(vault, '示例乙', ['hotline'])
      await vault.staffing.sealPendingGrants()
      await vault.list(noteKind)
    } finally {
      transaction.mockRestore()
      cipher.mockRestore()
    }
    const written = modes.filter(([mode]) => mode === 'readwrite')
    expect(written.length).toBeGreaterThanOrEqual(3)
    expect(written.every(([, durability]) => durability === 'strict')).toBe(true)
    expect(ciphersInside).toBe(0)
  })

  test('that storage refuses is not taken for saved', async () => {
    const { vault } = await withNotes()
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    const id = vault.drawId()
    try {
      const change = { kind: noteKind, id, expectedRevision: 0, value: note('一') }
      expect(await codeOf(vault.commit([change]))).toBe('NOT_SAVED')
    } finally {
      put.mockRestore()
    }
    expect(await vault.get(noteKind, id)).toBeNull()
  })
})

describe('finding', () => {
  test('by client and by declared index gives those records and no others', async () => {
    const { vault } = await withNotes('同', '异', '')
    const other = 'b'.repeat(32)
    await vault.commit([
      { kind: noteKind, id: vault.drawId(), expectedRevision: 0, value: note('同', other) },
    ])
    const texts = async (index: string, value: string) =>
      (await vault.find(noteKind, index, value)).records.map((record) => record.value.text).sort()
    expect(await texts('client', client)).toEqual(['', '同', '异'].sort())
    expect(await texts('client', other)).toEqual(['同'])
    expect(await texts('text', '同')).toEqual(['同', '同'])
    expect(await texts('text', '')).toEqual([])
    expect(await codeOf(vault.find(noteKind, 'phone', '1'))).toBe('UNKNOWN_INDEX')
  })

  test('follows a change', async () => {
    const { vault, ids } = await withNotes('旧')
    const [id = ''] = ids
    await vault.commit([{ kind: noteKind, id, expectedRevision: 1, value: note('新') }])
    expect((await vault.find(noteKind, 'text', '旧')).records).toEqual([])
    expect((await vault.find(noteKind, 'text', '新')).records).toHaveLength(1)
  })
})

describe('on disk', () => {
  test('a row shows id, domain, revision, blind index and envelope, and none of the content', async () => {
    const { room, vault } = await withNotes('他说的话')
    await vault.commit([{ kind: clientKind, id: client, expectedRevision: 0, value: someClient }])
    vault.lock()
    const rows = await onDisk(room.name, async (database) => [
      ...(await database.table<RecordRow>('notes').toArray()),
      ...(await database.table<RecordRow>('clients').toArray()),
    ])
    for (const row of rows)
      expect(Object.keys(row).sort()).toEqual(['domain', 'envelope', 'id', 'index', 'revision'])
    const everything = rows.map(({ envelope, ...plain }) => {
      const text = new TextDecoder('utf-8').decode(envelope)
      return JSON.stringify(plain) + text + new TextDecoder('utf-16le').decode(envelope)
    })
    for (const secret of ['他说的话', someClient.name, someClient.phone, '2026-0001'])
      expect(everything.join()).not.toContain(secret)
    const [noteRow] = rows
    expect(JSON.stringify({ ...noteRow, envelope: null })).not.toContain(client)
  })

  test('cases 25 and 29: damaged, moved and forged rows are reported one by one, the others are read', async () => {
    const { room, vault, ids } = await withNotes('好', '坏位', '换入', '伪造', '改列', '改版', '新来')
    const [good = '', flipped = '', moved = '', forged = '', reindexed = '', rolled = '', foreign = ''] = ids
    await onDisk(room.name, async (database) => {
      const table = database.table<RecordRow>('notes')
      const { envelope = new Uint8Array() } = (await table.get(flipped)) ?? {}
      envelope[60] = (envelope[60] ?? 0) ^ 1
      await table.update(flipped, { envelope })
      await table.update(moved, { envelope: (await table.get(good))?.envelope ?? envelope })
      await database.table('notes').put({ id: forged, ...note('伪造') })
      await table.update(reindexed, { index: ['client:00000000'] })
      await table.update(rolled, { revision: 7 })
      await table.update(foreign, { domain: 'identity' })
    })
    const { records, unreadable } = await vault.list(noteKind)
    expect(records.map(({ id }) => id)).toEqual([good])
    const damaged = [flipped, moved, forged, reindexed, rolled, foreign]
    expect(unreadable.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(
      damaged.toSorted().map((id) => ({ id, code: 'DAMAGED_RECORD' })),
    )
    for (const id of damaged) expect(await codeOf(vault.get(noteKind, id))).toBe('DAMAGED_RECORD')
  })

  test('case 26: a row from another table or another vault is refused', async () => {
    const { room, vault, ids } = await withNotes('一')
    const elsewhere = await withNotes('外来')
    const [id = ''] = ids
    const [foreignId = ''] = elsewhere.ids
    const foreign = await onDisk(elsewhere.room.name, (database) => database.table('notes').get(foreignId))
    await onDisk(room.name, async (database) => {
      await database.table('plans').put(await database.table('notes').get(id))
      await database.table('notes').put(foreign)
    })
    expect((await vault.list(planKind)).unreadable).toEqual([{ id, code: 'DAMAGED_RECORD' }])
    expect((await vault.list(noteKind)).unreadable).toEqual([{ id: foreignId, code: 'DAMAGED_RECORD' }])
  })

  test('a damaged row is not overwritten by a new record of its id', async () => {
    const { room, vault, ids } = await withNotes('一')
    const [id = ''] = ids
    await onDisk(room.name, (database) => database.table('notes').put({ id, text: '伪造' }))
    const change = { kind: noteKind, id, expectedRevision: 0, value: note('二') }
    expect(await codeOf(vault.commit([change]))).toBe('CONFLICT')
  })
})

describe('public keys and pseudonyms', () => {
  test('what is sealed with a public key is opened by who holds the domain', async () => {
    const { vault } = await withNotes()
    const box = await sealBox(vault.publicKey('assessment'), 'answer', utf8('{"q1":2}'))
    expect(textOf(await vault.openSealed('assessment', 'answer', box))).toBe('{"q1":2}')
    expect(await codeOf(vault.openSealed('assessment', 'other', box))).toBe('DAMAGED_BOX')
    expect(await codeOf(vault.openSealed('case', 'answer', box))).toBe('DAMAGED_BOX')
  })

  test('each domain has its own key and its own pseudonym, the same every day', async () => {
    const { room, vault } = await withNotes()
    expect(new Set(domains.map((domain) => vault.publicKey(domain).join())).size).toBe(domains.length)
    const names = await Promise.all(domains.map((domain) => vault.pseudonym(domain, client)))
    expect(new Set(names).size).toBe(domains.length)
    expect(names[0]).toMatch(/^[0-9a-f]{64}$/)
    const again = await room.open(room.first)
    expect(await again.pseudonym('identity', client)).toBe(await vault.pseudonym('identity', client))
  })
})
