import fc from 'fast-check'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { clientKind } from '../../src/casework/clients/client.ts'
import { auditEntryKind } from '../../src/casework/records/audit-entry.ts'
import type { RecordKind } from '../../src/casework/records/record.ts'
import type { Role } from '../../src/casework/staff/staff.ts'
import type { FactCheck } from '../../src/room/contract/facts.ts'
import { compareFacts } from '../../src/room/facts/compare-facts.ts'
import { countableFacts } from '../../src/room/facts/countable-facts.ts'
import { putFactsRight } from '../../src/room/facts/rebuild-facts.ts'
import { placeOf } from '../../src/room/place-of.ts'
import { eraseFile } from '../../src/room/rights/erasing.ts'
import type { Session } from '../../src/room/session.ts'
import type { Fact } from '../../src/statistics/fact.ts'
import { type FormerFact, factSheetKind, isSheet } from '../../src/statistics/fact-sheet.ts'
import { openedBy } from '../../src/vault/keys/role-keys.ts'
import { type Change, type OpenVault, openVault } from '../../src/vault/vault.ts'
import { clientOf, idOf } from '../casework/records.ts'
import { given } from '../support/exchange.ts'
import { damageRow } from './disk.ts'
import { answerOf } from './each-role.ts'
import { type Life, livesOf } from './facts/lives.ts'
import { recounted, sorted } from './facts/recounted.ts'
import { failAtCall } from './failing-storage.ts'
import { passphrase, setUp, unlock } from './set-up.ts'
import { factsIn, sessionOn, vaultHere } from './vault-here.ts'
import { emptyStorage, openWindowHere } from './windows.ts'

const staff = new Map<Role, string>()
const without: Role[] = ['hotline', 'administrator']

beforeEach(async () => {
  await emptyStorage()
  const { room, close } = openWindowHere()
  await setUp(room)
  for (const role of without)
    staff.set(role, given(await room.addStaff({ name: `示例${role}`, roles: [role], passphrase })).id)
  await room.signOut('locked')
  await close()
})

/** At work alone, as the role; null for the one who may do everything. */
const working = async <T>(role: Role | null, work: (session: Session, vault: OpenVault) => Promise<T>) => {
  const vault =
    role === null
      ? await vaultHere()
      : await openVault({ ...(await placeOf('anxin')), staffId: staff.get(role) ?? '', passphrase })
  onTestFinished(() => vault.lock())
  const done = await work(await sessionOn(vault), vault)
  vault.lock()
  await openWindowHere().close()
  return done
}

const change = ({ kind, states }: Life, id: string, state: number): Change => ({
  kind,
  id,
  expectedRevision: state,
  value: states[state],
})
const nothingFound = { missing: 0, surplus: 0, different: 0, former: 0, unreadable: 0 }
const expectRight = async (vault: OpenVault, when = '') => {
  expect(sorted(await factsIn(vault)), when).toEqual(sorted(await recounted(vault)))
  expect((await compareFacts(vault)).found, when).toMatchObject(nothingFound)
}

/** Two clients and a record of every kind that counts, as far as it goes. */
const everything = async ({ commit, vault }: Session): Promise<{ client: string; other: string }> => {
  const [client, other] = [vault.drawId(), vault.drawId()]
  for (const id of [client, other])
    await commit([{ kind: clientKind, id, expectedRevision: 0, value: clientOf({ township: '990101101' }) }])
  for (const life of livesOf(client, other)) {
    const id = vault.drawId()
    if (life.kind.table !== clientKind.table)
      for (const state of life.states.keys()) await commit([change(life, id, state)])
  }
  return { client, other }
}

describe('a role without the key to the statistics', () => {
  test('leaves what its records say, whoever wrote them before and writes them after', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom<Role | null>('hotline', 'administrator', null), {
          minLength: 3,
          maxLength: 7,
        }),
        async (turns) => {
          const lives = livesOf(idOf(1), idOf(2))
            .filter(({ kind }) => ['hotline', 'schedule'].includes(kind.domain))
            .map((life) => ({ ...life, id: '', state: 0 }))
          expect(lives.length).toBeGreaterThan(0)
          for (const role of [...turns, ...without, ...without])
            await working(role, async ({ commit }, vault) => {
              expect(vault.opens('statistics')).toBe(role === null)
              for (const life of lives) {
                if (life.state === life.states.length) continue
                if (role !== null && !openedBy([role]).includes(life.kind.domain)) continue
                life.id ||= vault.drawId()
                await commit([change(life, life.id, life.state)])
                life.state += 1
              }
            })
          expect(lives.every(({ state, states }) => state === states.length)).toBe(true)
          await working(null, (_, vault) => expectRight(vault))
        },
      ),
      { numRuns: 4 },
    )
  }, 240_000)

  test('can neither read facts nor check or rebuild them, and nothing is counted for it', async () => {
    await working(null, everything)
    for (const role of without)
      await working(role, async (session, vault) => {
        await expect(countableFacts(session)).rejects.toThrow('NO_KEY')
        await expect(vault.list(factSheetKind)).rejects.toMatchObject({ code: 'NO_KEY' })
      })
    const { room, close } = openWindowHere()
    await unlock(room, staff.get('hotline'))
    expect([await answerOf(room.checkFacts()), await answerOf(room.rebuildFacts())]).toEqual([
      'NO_KEY',
      'NO_KEY',
    ])
    await close()
  })

  test('that puts facts of its own making there is found out', async () => {
    await working(null, everything)
    const [facts, fact] = await working(null, async (_, vault) => {
      const all = await factsIn(vault)
      return [sorted(all), all[0]]
    })
    await working('hotline', async (_, vault) => {
      const forge = (source: string, more: object): Promise<void> =>
        vault.commit([
          {
            kind: factSheetKind,
            id: vault.drawId(),
            expectedRevision: 0,
            value: { source, revision: 900, facts: [fact, fact], ...more },
          },
        ])
      await forge(vault.drawId(), {})
      await forge(vault.drawId(), { kept: 'ab'.repeat(32) })
    })
    await working(null, async (session, vault) => {
      expect((await compareFacts(vault)).found).toMatchObject({ missing: 0, surplus: 4, kept: 0 })
      await putFactsRight(session)
      expect(sorted(await factsIn(vault))).toEqual(facts)
    })
    expect(facts.length).toBeGreaterThan(2)
  })
})

describe('checking what is counted', () => {
  const found = async (asked: 'checkFacts' | 'rebuildFacts'): Promise<FactCheck> => {
    const { room, close } = openWindowHere()
    await unlock(room, (await working(null, async ({ me }) => me)).id)
    const answer = given(await room[asked]())
    await room.signOut('locked')
    await close()
    return answer
  }

  test('finds a lost, an added and a changed fact, mends them, and is entered in the trail', async () => {
    const right = await working(null, async (session, vault) => {
      await everything(session)
      return sorted(await factsIn(vault))
    })
    await working(null, async (_, vault) => {
      const sheets = (await vault.list(factSheetKind)).records.filter(isSheet)
      const [lost, added, changed] = sheets.filter(({ value }) => value.facts.length > 0)
      if (!lost || !added || !changed) throw new Error('no sheets')
      const [some] = added.value.facts
      if (!some) throw new Error('no fact')
      const put = (id: string, expectedRevision: number, value: unknown): Change => ({
        kind: factSheetKind,
        id,
        expectedRevision,
        value,
      })
      const strange = vault.drawId()
      await vault.commit([
        put(lost.id, lost.revision, { ...lost.value, facts: [] }),
        put(added.id, added.revision, { ...added.value, facts: [...added.value.facts, some] }),
        put(changed.id, changed.revision, {
          ...changed.value,
          facts: changed.value.facts.map((fact) => ({ ...fact, month: '2020-01' })),
        }),
        put(strange, 0, { source: strange, revision: 1, facts: [some] }),
      ])
      const expected = {
        missing: lost.value.facts.length,
        surplus: 2,
        different: changed.value.facts.length,
        former: 0,
        unreadable: 0,
      }
      expect((await compareFacts(vault)).found).toMatchObject(expected)
    })
    const before = await found('checkFacts')
    expect(before.missing).toBeGreaterThan(0)
    expect(await found('rebuildFacts')).toEqual(before)
    expect(await found('checkFacts')).toMatchObject({ ...nothingFound, facts: right.length })
    await working(null, async (session, vault) => {
      expect(sorted(await factsIn(vault))).toEqual(right)
      expect(sorted((await countableFacts(session)).facts)).toEqual(right)
      const entries = (await vault.list(auditEntryKind)).records
        .map(({ value }) => value)
        .filter(({ table }) => table === factSheetKind.table)
      expect(entries.filter(({ action }) => action === 'read').map(({ count }) => count)).toContain(
        before.sources,
      )
      expect(entries.filter(({ action }) => action === 'changed').length).toBeGreaterThan(1)
    })
  })

  test('sheets that cannot be read are counted as such, and written anew', async () => {
    const damaged = await working(null, async (session, vault) => {
      await everything(session)
      return (await vault.list(factSheetKind)).records.slice(0, 3).map(({ id }) => id)
    })
    for (const id of damaged) await damageRow('anxin', 'facts', id)
    expect(await found('checkFacts')).toMatchObject({ unreadable: 3, surplus: 0 })
    await working(null, async (session) => {
      expect((await countableFacts(session)).unreadable).toBe(3)
    })
    // Until somebody goes on with what there is, nothing is written.
    await working(null, (_, vault) => vault.acceptAsIs())
    expect(await found('rebuildFacts')).toMatchObject({ unreadable: 3 })
    await working(null, (_, vault) => expectRight(vault))
  })

  test('what a record that cannot be read left behind stays as it is', async () => {
    const [client, right] = await working(null, async (session, vault) => {
      const { client } = await everything(session)
      return [client, sorted(await factsIn(vault))]
    })
    await damageRow('anxin', 'clients', client)
    expect(await found('rebuildFacts')).toMatchObject({ missing: 0, surplus: 0, different: 0, unreadable: 1 })
    await working(null, async (_, vault) => expect(sorted(await factsIn(vault))).toEqual(right))
  })
})

test('facts of an earlier release are put in order once, and none is counted twice', async () => {
  const former: RecordKind<unknown> = { ...factSheetKind, version: 1 }
  await working(null, async (session, vault) => {
    await everything(session)
    const right = await factsIn(vault)
    const old = ({ place: _, amount: __, ...fact }: Fact): FormerFact => fact
    const gone = right.find(({ kind, person }) => kind === 'client' && person !== null)
    if (!gone) throw new Error('nobody')
    const erased = { ...gone, person: 'ab'.repeat(32), month: '2025-07', place: null }
    const put = (value: FormerFact): Change => ({
      kind: former,
      id: vault.drawId(),
      expectedRevision: 0,
      value,
    })
    const known = right.filter(({ person }) => person === null || !/^(.{32})\1$/.test(person))
    await vault.commit([...known.map((fact) => put(old(fact))), put(old(erased))])
    session.forget(['facts'])

    expect((await compareFacts(vault)).found).toMatchObject({ former: known.length + 1, missing: 0 })
    const expected = sorted([...right, erased])
    for (const _ of [1, 2]) {
      expect(sorted((await countableFacts(session)).facts)).toEqual(expected)
      session.forget(['facts'])
    }
    expect((await compareFacts(vault)).found).toMatchObject({ ...nothingFound, kept: 1 })
    expect((await compareFacts(vault)).mending).toEqual([])
  })
})

test('who is erased stays counted, as nobody; what others’ records say of them is counted as it stands', async () => {
  await working(null, async (session, vault) => {
    const { client } = await everything(session)
    const before = await factsIn(vault)
    await eraseFile(session, client)
    const after = await factsIn(vault)
    const moving: Fact['kind'][] = ['groupAttendance', 'rightsRequest']
    const staying = (facts: Fact[]) => sorted(facts.filter(({ kind }) => !moving.includes(kind)))
    expect(staying(after)).toEqual(staying(before))
    const amounts = (facts: Fact[], kind: Fact['kind']) =>
      facts.filter((fact) => fact.kind === kind).reduce((sum, { amount }) => sum + amount, 0)
    for (const kind of moving) expect(amounts(after, kind), kind).toBe(amounts(before, kind))
    expect(after.filter(({ kind, person }) => kind === 'rightsRequest' && person !== null)).toEqual([])
    const { found, mending } = await compareFacts(vault)
    expect(found).toMatchObject(nothingFound)
    expect(found.kept).toBeGreaterThan(2)
    expect(mending).toEqual([])
    expect(sorted((await countableFacts(session)).facts)).toEqual(sorted(after))
    const text = JSON.stringify((await vault.list(factSheetKind)).records)
    expect(text).not.toContain(client)
  })
})

test('an erasure that breaks off, tried at every 13th call, leaves what is counted as the records say, and can be gone on with', async () => {
  await working(null, async (session, vault) => {
    const { client } = await everything(session)
    const before = (await factsIn(vault)).length
    let erased = false
    let calls = 0
    // The first calls are those that read and commit; what follows tidies up, and counts nothing.
    for (let nth = 1; !erased && calls < 80; nth += 13, calls += 1) {
      const storage = failAtCall(nth, 'once')
      await eraseFile(session, client).catch(() => undefined)
      storage.mend()
      erased = !(await vault.ids(clientKind)).includes(client)
      const { found, mending } = await compareFacts(vault)
      expect({ ...found, mending: mending.length }, `call ${nth}`).toMatchObject({
        ...nothingFound,
        mending: 0,
      })
      expect(found.kept > 0, `call ${nth}`).toBe(erased)
      expect((await factsIn(vault)).length, `call ${nth}`).toBeGreaterThan(before - 3)
    }
    expect(erased).toBe(true)
  })
}, 120_000)

test('a demonstration is counted as its records say', async () => {
  await emptyStorage()
  const { room, close } = openWindowHere()
  given(await room.tryDemo('zh-CN'))
  const found = given(await room.checkFacts())
  expect(found).toMatchObject({ ...nothingFound, kept: 0 })
  expect(found.facts).toBeGreaterThan(200)
  await close()
}, 120_000)
