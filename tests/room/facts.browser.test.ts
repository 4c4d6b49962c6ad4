import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { paperScoreKind } from '../../src/casework/assessments/paper-score.ts'
import { clientKind } from '../../src/casework/clients/client.ts'
import { clientMergeKind } from '../../src/casework/clients/client-merge.ts'
import { tierDecisionKind } from '../../src/casework/tiers/tier-decision.ts'
import { compareFacts } from '../../src/room/facts/compare-facts.ts'
import { countableFacts } from '../../src/room/facts/countable-facts.ts'
import type { Session } from '../../src/room/session.ts'
import { factSheetKind } from '../../src/statistics/fact-sheet.ts'
import { countedKinds } from '../../src/statistics/facts/counted-kinds.ts'
import type { Change, OpenVault } from '../../src/vault/vault.ts'
import { clientOf, idOf, paperScoreOf } from '../casework/records.ts'
import { type Life, livesOf } from './facts/lives.ts'
import { recounted, sorted } from './facts/recounted.ts'
import { failAtCall } from './failing-storage.ts'
import { setUp } from './set-up.ts'
import { factsIn, sessionOn, vaultHere } from './vault-here.ts'
import { emptyStorage, openWindowHere } from './windows.ts'

let vault: OpenVault
let session: Session

beforeEach(async () => {
  await emptyStorage()
  const window = openWindowHere()
  await setUp(window.room)
  await window.close()
  vault = await vaultHere()
  session = await sessionOn(vault)
})

const change = ({ kind, states }: Life, id: string, state: number): Change => ({
  kind,
  id,
  expectedRevision: state,
  value: states[state],
})
const registered = async (more: Parameters<typeof clientOf>[0] = {}): Promise<string> => {
  const id = vault.drawId()
  await session.commit([{ kind: clientKind, id, expectedRevision: 0, value: clientOf(more) }])
  return id
}
/** What is counted is what the records say, and the check finds nothing. */
const expectRight = async (when = '') => {
  expect(sorted(await factsIn(vault)), when).toEqual(sorted(await recounted(vault)))
  const { found, mending } = await compareFacts(vault)
  expect({ ...found, mending: mending.length }, when).toMatchObject({
    missing: 0,
    surplus: 0,
    different: 0,
    unreadable: 0,
    mending: 0,
  })
  expect(sorted((await countableFacts(session)).facts), when).toEqual(sorted(await factsIn(vault)))
}

test('there is a life of every kind that counts, and whoever writes it holds the key of its own domain', () => {
  const tables = new Set(livesOf(idOf(1), idOf(2)).map(({ kind }) => kind.table))
  expect(countedKinds.map(({ kind }) => kind.table).filter((table) => !tables.has(table))).toEqual([])
  expect(countedKinds.filter(({ kind }) => kind.fromAnyRole)).toEqual([])
  expect(new Set(countedKinds.map(({ kind }) => kind.table)).size).toBe(countedKinds.length)
})

describe.each(countedKinds.map(({ kind }) => kind.table))('a record of %s', (table) => {
  test('leaves what it says, with every change of it', async () => {
    const [client, other] = [await registered(), await registered({ sex: null, birthDate: null })]
    const before = (await factsIn(vault)).length
    let most = 0
    for (const life of livesOf(client, other).filter(({ kind }) => kind.table === table)) {
      const id = vault.drawId()
      for (const state of life.states.keys()) {
        await session.commit([change(life, id, state)])
        await expectRight(`${table} ${state}`)
        most = Math.max(most, (await factsIn(vault)).length - before)
      }
    }
    expect(most).toBeGreaterThan(0)
  })
})

test('whatever is saved in whatever order, also of people whose files are read together, is counted as the records say', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ life: fc.nat(), together: fc.boolean(), merges: fc.nat(9) }), {
        minLength: 10,
        maxLength: 40,
      }),
      async (steps) => {
        const [client, other] = [await registered(), await registered({ township: '990101103' })]
        const lives = livesOf(client, other).map((life) => ({ ...life, id: vault.drawId(), state: 0 }))
        const own = lives.find(({ kind }) => kind.table === clientKind.table)
        if (own) Object.assign(own, { id: client, state: 1 })
        let waiting: Change[] = []
        let merge: { id: string; undone: boolean } | null = null
        for (const step of steps) {
          if (step.merges === 0) {
            const value = {
              from: client,
              into: other,
              mergedBy: idOf(900),
              mergedAt: '2026-11-01T00:00:00.000Z',
              because: '示例：同一个人',
              undoUntil: '2026-11-30',
              undone: null,
            }
            const undone = { by: idOf(900), at: '2026-11-02T00:00:00.000Z' }
            if (merge === null) {
              merge = { id: vault.drawId(), undone: false }
              waiting.push({ kind: clientMergeKind, id: merge.id, expectedRevision: 0, value })
            } else if (!merge.undone && !waiting.some(({ id }) => id === merge?.id)) {
              merge.undone = true
              waiting.push({
                kind: clientMergeKind,
                id: merge.id,
                expectedRevision: 1,
                value: { ...value, undone },
              })
            }
          }
          const alive = lives.filter(
            ({ state, states, id }) => state < states.length && !waiting.some((change) => change.id === id),
          )
          const next = alive[step.life % Math.max(1, alive.length)]
          if (next) {
            waiting.push(change(next, next.id, next.state))
            next.state += 1
          }
          if (step.together) continue
          await session.commit(waiting)
          waiting = []
        }
        await session.commit(waiting)
        await expectRight()
      },
    ),
    { numRuns: 6 },
  )
}, 240_000)

test('a correction of somebody’s sex, age or township corrects what was counted of them, and of nobody else', async () => {
  const [client, other] = [await registered({ township: '990101101' }), await registered()]
  for (const life of livesOf(client, other))
    if (life.kind.table !== clientKind.table) await session.commit([change(life, vault.drawId(), 0)])
  const before = await factsIn(vault)
  const theirs = before.filter(({ place }) => place === '990101101').length
  expect(theirs).toBeGreaterThan(10)
  await session.commit([
    {
      kind: clientKind,
      id: client,
      expectedRevision: 1,
      value: clientOf({ township: '990101109', sex: 'male', birthDate: '1944-01-01' }),
    },
  ])
  await expectRight()
  const after = (await factsIn(vault)).filter(({ place }) => place === '990101109')
  expect(after).toHaveLength(theirs)
  expect(new Set(after.map(({ sex, ageBand }) => `${sex} ${ageBand}`))).toEqual(new Set(['male 60plus']))
})

test('a score entered wrongly is counted once, as it was corrected', async () => {
  const client = await registered()
  const first = vault.drawId()
  const put = (id: string, value: ReturnType<typeof paperScoreOf>): Promise<void> =>
    session.commit([{ kind: paperScoreKind, id, expectedRevision: 0, value }])
  await put(first, paperScoreOf({ clientId: client }))
  await put(
    vault.drawId(),
    paperScoreOf({
      clientId: client,
      scores: { total: 21 },
      correction: { of: first, reason: '示例：看错' },
    }),
  )
  await expectRight()
  expect((await factsIn(vault)).filter(({ kind }) => kind === 'assessment')).toHaveLength(1)
})

test('a fact names neither record nor client, and no row of it can be told from another without a key', async () => {
  const [client, other] = [await registered(), await registered()]
  const ids = new Map<string, string>()
  for (const life of livesOf(client, other)) {
    if (life.kind.table === clientKind.table) continue
    const id = vault.drawId()
    ids.set(id, life.kind.table)
    await session.commit([change(life, id, 0)])
  }
  const { records } = await vault.list(factSheetKind)
  expect(records.length).toBeGreaterThan(10)
  const text = JSON.stringify(records)
  for (const id of [client, other]) expect(text).not.toContain(id)
  for (const [id, table] of ids) if (table !== 'staffProfiles') expect(text, table).not.toContain(id)
  // Neither the id of a record nor any plain hash of it is the id of its sheet.
  const sheets = new Set(records.map(({ id }) => id))
  for (const id of [...ids.keys(), client, other])
    for (const digest of ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512']) {
      const hash = new Uint8Array(await crypto.subtle.digest(digest, new TextEncoder().encode(id)))
      expect(
        sheets.has([...hash.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')),
      ).toBe(false)
    }
})

/** With `forGood` the machine goes off: what is there is what is found by who comes back. */
test.each(['once', 'forGood'] as const)(
  'storage that fails %s at any call leaves both the record and what is counted of it, or neither',
  async (failure) => {
    const [client, other] = [await registered({ township: '990101101' }), await registered()]
    const decision = livesOf(client, other).find(({ kind }) => kind.table === tierDecisionKind.table)
    if (decision) await session.commit([change(decision, vault.drawId(), 0)])
    const townships = ['990101102', '990101103']
    const stride = failure === 'once' ? 1 : 3
    let broken = true
    for (let nth = 1, revision = 1; broken; nth += stride) {
      const value = clientOf({ township: townships[nth % 2] ?? null })
      const storage = failAtCall(nth, failure)
      const accepted = await session
        .commit([
          { kind: clientKind, id: client, expectedRevision: revision, value },
          ...(decision ? [change(decision, vault.drawId(), 0)] : []),
        ])
        .then(
          () => true,
          () => false,
        )
      broken = storage.reached()
      storage.mend()
      if (failure === 'forGood') {
        vault.lock()
        vault = await vaultHere()
        session = await sessionOn(vault)
      }
      const stored = await vault.get(clientKind, client)
      // What reached the journal alone is there for who comes back.
      if (failure === 'once' || accepted)
        expect(stored?.revision, `call ${nth}`).toBe(accepted ? revision + 1 : revision)
      revision = stored?.revision ?? 0
      await expectRight(`call ${nth}`)
    }
  },
  240_000,
)

test('a commit reads no whole table', async () => {
  const [client, other] = [await registered(), await registered()]
  const lives = livesOf(client, other).filter(({ kind }) => kind.table !== clientKind.table)
  const ids = lives.map(() => vault.drawId())
  const list = vault.list
  const read: string[] = []
  vault.list = (kind) => {
    read.push(kind.table)
    return Reflect.apply(list, vault, [kind])
  }
  for (const state of [0, 1, 2])
    for (const [place, life] of lives.entries())
      if (state < life.states.length) await session.commit([change(life, ids[place] ?? '', state)])
  expect([...new Set(read)].filter((table) => table !== 'clientMerges')).toEqual([])
})
