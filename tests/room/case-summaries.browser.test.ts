import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { assessmentKind } from '../../src/casework/assessments/assessment.ts'
import { type Client, clientKind } from '../../src/casework/clients/client.ts'
import { criticalAlertKind } from '../../src/casework/crisis/critical-alert.ts'
import { hotlineCallKind } from '../../src/casework/hotline/hotline-call.ts'
import type { RecordKind, Stored } from '../../src/casework/records/record.ts'
import { tierDecisionKind } from '../../src/casework/tiers/tier-decision.ts'
import { CaseSummaries } from '../../src/room/clients/case-summaries.ts'
import { shippedCallRules } from '../../src/room/hotline/call-rules.ts'
import { shippedQuestionnaires } from '../../src/room/library/shipped-questionnaires.ts'
import { recordKinds } from '../../src/room/record-kinds.ts'
import { shippedTierRules } from '../../src/room/tiers/shipped-rules.ts'
import { simulateRoom } from '../../src/simulation/simulate-room.ts'
import type { RoomSetting } from '../../src/simulation/simulated-room.ts'
import { type Change, type OpenVault, openVault } from '../../src/vault/vault.ts'
import { makeRoom, onDisk, passphraseOf, type TestRoom } from '../vault/room.ts'

const stored = <T>(kind: RecordKind<T>, records: readonly Stored<T>[]): Change[] =>
  records.map(({ id, value }) => ({ kind, id, expectedRevision: 0, value }))

const setting: RoomSetting = {
  instruments: shippedQuestionnaires.available.map(({ instrument }) => instrument),
  rules: shippedTierRules,
  counsellors: ['a'.repeat(32)],
  hotlineWorkers: ['b'.repeat(32)],
  callRules: shippedCallRules,
}
const simulated = simulateRoom({ seed: '示例', clients: 30, months: 3, until: '2026-11-20' }, setting)
const records = [
  ...stored(clientKind, simulated.clients),
  ...stored(assessmentKind, simulated.assessments),
  ...stored(criticalAlertKind, simulated.alerts),
  ...stored(tierDecisionKind, simulated.decisions),
]

let room: TestRoom

beforeEach(async () => {
  // Nothing is written behind a test's back.
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  room = await makeRoom(['counsellor', 'administrator'], records, undefined, recordKinds)
})
afterEach(() => {
  vi.useRealTimers()
})

/** The vault as the next one opens it; `reads` are the kinds of which all records were read. */
const opened = async (
  writes = true,
): Promise<{ vault: OpenVault; summaries: CaseSummaries; reads: string[] }> => {
  const person = '示例首位'
  const vault = await openVault({
    ...room.place,
    staffId: room.first,
    passphrase: passphraseOf(person),
    writes,
  })
  onTestFinished(() => vault.lock())
  const reads: string[] = []
  const list = vault.list.bind(vault)
  vi.spyOn(vault, 'list').mockImplementation((kind) => {
    reads.push(kind.table)
    return list(kind)
  })
  return { vault, summaries: new CaseSummaries(vault), reads }
}

const nothingKept = { write: async () => true, touchedSince: async () => null }

/** What the records say, whatever stands on the pages. */
const fromRecords = async (vault: OpenVault) => {
  const fresh = new CaseSummaries(
    new Proxy(vault, {
      get: (target, name) =>
        name === 'pages'
          ? { ...nothingKept, read: async () => ({ pages: null, clients: [], seq: 0 }) }
          : Reflect.get(target, name, target) instanceof Function
            ? Reflect.get(target, name, target).bind(target)
            : Reflect.get(target, name, target),
    }),
  )
  return comparable(await fresh.current())
}
const comparable = ({ summaries, unreadable }: Awaited<ReturnType<CaseSummaries['current']>>) => ({
  summaries: summaries.toSorted((a, b) => a.id.localeCompare(b.id)),
  unreadable,
})

/** Leaves pages behind, as a day of work does. */
const written = async (): Promise<void> => {
  const { vault, summaries } = await opened()
  await summaries.current()
  expect(await summaries.write()).toBe(true)
  vault.lock()
}

const someone = (name: string): Client => ({
  fileNumber: '2026-9999',
  name,
  birthDate: null,
  sex: null,
  township: null,
  phone: null,
  registeredAt: '2026-11-21T02:00:00.000Z',
  registeredBy: room.first,
})

test('pages say what the records say, and then no record is read', async () => {
  await written()
  const { vault, summaries, reads } = await opened()
  const shelf = comparable(await summaries.current())
  expect(reads).toEqual([])
  expect(shelf).toEqual(await fromRecords(vault))
  expect(shelf.summaries.length).toBe(30)
  expect(shelf.summaries.some(({ openAlerts }) => openAlerts.length > 0)).toBe(true)
})

test('whoever something was saved about since is summed up again, and nobody else', async () => {
  await written()
  const first = await opened()
  const open = simulated.alerts.find(({ value }) => value.handling === null)
  if (!open) throw new Error('no alert is open')
  const handling = {
    handledBy: room.first,
    handledAt: '2026-11-21T02:00:00.000Z',
    asked: 'denied',
    responseLevel: 'planned',
    entry: '示例：已当面询问。',
  } as const
  const newcomer = first.vault.drawId()
  await first.vault.commit([
    { kind: criticalAlertKind, id: open.id, expectedRevision: 1, value: { ...open.value, handling } },
    { kind: clientKind, id: newcomer, expectedRevision: 0, value: someone('示例新来') },
  ])
  first.vault.lock()

  const { vault, summaries, reads } = await opened()
  const find = vi.spyOn(vault, 'findAny')
  const shelf = comparable(await summaries.current())
  expect(reads).toEqual([])
  expect(new Set(find.mock.calls.flatMap(([, , clients]) => [...clients]))).toEqual(
    new Set([open.value.clientId, newcomer]),
  )
  expect(shelf).toEqual(await fromRecords(vault))
  expect(shelf.summaries.find(({ id }) => id === open.value.clientId)?.openAlerts).toEqual([])
  expect(await summaries.write()).toBe(true)
  vault.lock()

  const third = await opened()
  const again = vi.spyOn(third.vault, 'findAny')
  expect(comparable(await third.summaries.current())).toEqual(shelf)
  expect(again).not.toHaveBeenCalled()
})

test('also what is saved by somebody who reads no client, and while nobody has pages', async () => {
  const { vault, summaries } = await opened()
  await summaries.current()
  const hotline = await room.add(vault, '示例热线', ['hotline'])
  vault.lock()
  const [call] = simulated.calls
  if (!call) throw new Error('no call')
  const theirs = await room.open(hotline)
  await theirs.commit([{ kind: hotlineCallKind, id: call.id, expectedRevision: 0, value: call.value }])
  theirs.lock()
  await written()
  const again = await room.open(hotline)
  await again.commit([{ kind: hotlineCallKind, id: call.id, expectedRevision: 1, value: call.value }])
  again.lock()
  const last = await opened()
  await last.summaries.current()
  expect(last.reads).toEqual([])
})

describe('a page that is not the one written last is thrown away', () => {
  type Rows = { pages: { id: string; sealed: Uint8Array }[]; stale: { id: string; revision: number }[] }
  const rowsNow = (): Promise<Rows> =>
    onDisk(room.name, async (database) => ({
      pages: await database.table('pages').toArray(),
      stale: await database.table('stale').toArray(),
    }))
  const put = (rows: Partial<Rows>) =>
    onDisk(room.name, async (database) => {
      for (const [table, content] of Object.entries(rows)) {
        await database.table(table).clear()
        await database.table(table).bulkPut(content)
      }
    })
  const saved = async () => {
    const { vault } = await opened()
    await vault.commit([
      { kind: clientKind, id: vault.drawId(), expectedRevision: 0, value: someone('示例后来') },
    ])
    vault.lock()
  }
  const flip = ({ id, sealed, ...row }: Rows['pages'][number], at: number) => {
    const other = sealed.slice()
    other[at] = (other[at] ?? 0) ^ 1
    return { ...row, id, sealed: other }
  }

  const damages: Record<string, () => Promise<void>> = {
    'a flipped page': async () => {
      const { pages } = await rowsNow()
      await put({ pages: pages.map((row) => (row.id === 'page-1' ? flip(row, 300) : row)) })
    },
    'a flipped key': async () => {
      const { pages } = await rowsNow()
      await put({ pages: pages.map((row) => (row.id === 'key' ? flip(row, 60) : row)) })
    },
    'a missing page': async () => {
      const { pages } = await rowsNow()
      await put({ pages: pages.filter(({ id }) => id !== 'page-1') })
    },
    'a page in the place of another': async () => {
      const { pages } = await rowsNow()
      const [other] = pages.filter(({ id }) => id === 'page-0')
      await put({
        pages: pages.map((row) =>
          row.id === 'page-1' ? { ...row, sealed: other?.sealed ?? row.sealed } : row,
        ),
      })
    },
    'pages and note of an earlier day': async () => {
      const before = await rowsNow()
      await saved()
      await put(before)
    },
    'a note that was made to fit': async () => {
      const before = await rowsNow()
      await saved()
      const { stale } = await rowsNow()
      await put({
        ...before,
        stale: before.stale.map((row) => ({ ...row, revision: stale[0]?.revision ?? 0 })),
      })
    },
    'no note': () => put({ stale: [] }),
  }
  for (const [name, damage] of Object.entries(damages))
    test(name, async () => {
      await written()
      await damage()
      const { vault, summaries, reads } = await opened()
      const shelf = comparable(await summaries.current())
      expect(reads).toContain('assessments')
      expect(shelf).toEqual(await fromRecords(vault))
      expect(await summaries.write()).toBe(true)
      vault.lock()
      const next = await opened()
      await next.summaries.current()
      expect(next.reads).toEqual([])
    })
})

test('a client who is gone from the table is not shown, whatever stands on the pages', async () => {
  await written()
  const [gone] = simulated.clients
  await onDisk(room.name, (database) => database.table('clients').delete(gone?.id ?? ''))
  const { summaries } = await opened()
  const { clients } = await summaries.current()
  expect(clients.map(({ id }) => id)).not.toContain(gone?.id)
  expect(clients).toHaveLength(29)
})

test('an erased client is on no page, and what the pages said before opens with no key there is', async () => {
  await written()
  const keyOf = () => onDisk(room.name, (database) => database.table('pages').get('key'))
  const before = await keyOf()
  const { vault, summaries, reads } = await opened()
  await summaries.current()
  const [erased] = simulated.clients
  await vault.eraseClient(erased?.id ?? '')
  expect(await keyOf()).toBeUndefined()
  summaries.touch([erased?.id ?? ''])
  expect(await summaries.write()).toBe(true)
  expect((await keyOf())?.sealed).not.toEqual(before?.sealed)
  expect(reads).toEqual([])
  vault.lock()
  const next = await opened()
  const { clients } = await next.summaries.current()
  expect(next.reads).toEqual([])
  expect(clients.map(({ id }) => id)).not.toContain(erased?.id)
})

test('a window that follows hears whom it has to sum up again, and writes no page', async () => {
  await written()
  const writer = await opened()
  const follower = await opened(false)
  await follower.summaries.current()
  const id = writer.vault.drawId()
  await writer.vault.commit([{ kind: clientKind, id, expectedRevision: 0, value: someone('示例另窗') }])
  expect((await follower.summaries.current()).clients.map((client) => client.id)).not.toContain(id)
  follower.summaries.follow()
  expect((await follower.summaries.current()).clients.map((client) => client.id)).toContain(id)
  expect(follower.reads).toEqual([])
  await expect(follower.summaries.write()).rejects.toThrow('READ_ONLY_WINDOW')
})

test('pages are in no head, no journal and no snapshot', async () => {
  await written()
  const { vault } = await opened()
  await vault.snapshot()
  const { tables } = await vault.check({ anew: true })
  expect(tables.map(({ table }) => table)).not.toContain('pages')
  const sealed = await onDisk(room.name, (database) => database.table('pages').toArray())
  expect(sealed.length).toBeGreaterThan(2)
  for (const bytes of room.place.folder.files.values()) {
    const text = new TextDecoder('latin1').decode(bytes)
    for (const page of sealed)
      expect(text.includes(new TextDecoder('latin1').decode(page.sealed.subarray(-48)))).toBe(false)
  }
})
