import { expect, test, vi } from 'vitest'
import { assessmentKind } from '../../src/casework/assessments/assessment.ts'
import { type Client, clientKind } from '../../src/casework/clients/client.ts'
import { findClients } from '../../src/casework/clients/find-clients.ts'
import { criticalAlertKind } from '../../src/casework/crisis/critical-alert.ts'
import type { RecordKind, Stored } from '../../src/casework/records/record.ts'
import { tierDecisionKind } from '../../src/casework/tiers/tier-decision.ts'
import { CaseSummaries } from '../../src/room/clients/case-summaries.ts'
import { readCaseload } from '../../src/room/clients/caseload.ts'
import { clientEntries } from '../../src/room/clients/client-entries.ts'
import { simulateRoom } from '../../src/simulation/simulate-room.ts'
import type { VaultCode } from '../../src/vault/errors.ts'
import type { Listing } from '../../src/vault/vault.ts'
import { setting } from '../simulation/setting.ts'

vi.useFakeTimers({ toFake: ['setTimeout'] })

const unreadable = (how: number): Listing<unknown>['unreadable'] =>
  Array.from({ length: how }, (_, number) => ({
    id: `x${number}`,
    code: 'DAMAGED_RECORD' satisfies VaultCode,
  }))

/** A room's records that count how often any of them is looked at; no page was ever written. */
const countedRoom = (
  clients: number,
  lost: readonly [number, number, number, number] = [0, 0, 0, 0],
  change: (client: Client, number: number) => Client = (client) => client,
) => {
  let looks = 0
  const simulated = simulateRoom({ seed: '示例', clients, months: 2, until: '2026-11-20' }, setting)
  const room = {
    ...simulated,
    clients: simulated.clients.map((record, number) => ({ ...record, value: change(record.value, number) })),
  }
  const counted = <T>(records: readonly Stored<T>[]): Stored<T>[] =>
    records.map(({ id, revision, value }) => ({
      id,
      revision,
      get value() {
        looks += 1
        return value
      },
    }))
  const tables: Record<string, Listing<unknown>> = {
    [clientKind.table]: { records: counted(room.clients), unreadable: unreadable(lost[0]) },
    [assessmentKind.table]: { records: counted(room.assessments), unreadable: unreadable(lost[1]) },
    [criticalAlertKind.table]: { records: counted(room.alerts), unreadable: unreadable(lost[2]) },
    [tierDecisionKind.table]: { records: counted(room.decisions), unreadable: unreadable(lost[3]) },
  }
  const nothing: Listing<unknown> = { records: [], unreadable: [] }
  const list = async <T>({ table }: RecordKind<T>) => (tables[table] ?? nothing) as Listing<T>
  const summaries = new CaseSummaries({
    list,
    getAll: async () => ({ records: [], unreadable: [] }),
    findAny: async () => ({ records: [], unreadable: [] }),
    ids: async () => [],
    opens: () => true,
    pages: {
      read: async () => ({ pages: null, clients: [], seq: 1 }),
      write: async () => true,
      touchedSince: async () => null,
    },
  })
  const looksOf = async (work: () => Promise<unknown>) => {
    const before = looks
    await work()
    return looks - before
  }
  return { room, cases: () => summaries.current(), looksOf }
}

test('the caseload lists the newest first and counts everything that could not be read', async () => {
  const { room, cases } = countedRoom(24, [1, 2, 4, 8])
  const { clients, summaryOf, unreadable: lost } = await readCaseload({ cases })
  const registered = clients.map(({ entry }) => entry.client.registeredAt)
  expect(registered).toEqual(registered.toSorted().reverse())
  expect(clients).toHaveLength(24)
  expect(lost).toBe(15)

  const lines = clients.map(summaryOf)
  const open = room.alerts.filter(({ value }) => value.handling === null)
  expect(lines.reduce((sum, { openAlerts }) => sum + openAlerts, 0)).toBe(open.length)
  expect(open.length).toBeGreaterThan(0)
  for (const { id, standing, lastAssessedAt } of lines) {
    const decided = room.decisions.filter(({ value }) => value.clientId === id).at(-1)
    expect(standing?.tier).toBe(decided?.value.tier)
    const answered = room.assessments
      .filter(({ value }) => value.clientId === id)
      .map(({ value }) => value.answeredAt)
    expect(lastAssessedAt).toBe(answered.toSorted().at(-1) ?? null)
  }
})

test('whoever has an open alert is first, then whoever is overdue; among those alike the newest file', async () => {
  const together = (client: Client, number: number): Client => ({
    ...client,
    fileNumber: `2026-${9990 + number}`,
    registeredAt: '2026-11-20T08:00:00.000Z',
  })
  const { cases } = countedRoom(24, undefined, together)
  const lines = (await readCaseload({ cases })).mostUrgentFirst()
  const groupOf = ({ openAlerts, standing }: (typeof lines)[number]) =>
    openAlerts > 0 ? 0 : standing?.overdue ? 1 : 2
  const numberOf = ({ fileNumber }: (typeof lines)[number]) => Number(fileNumber.slice(5))
  const expected = [...lines].sort((a, b) => groupOf(a) - groupOf(b) || numberOf(b) - numberOf(a))
  expect(lines).toEqual(expected)
  expect(new Set(lines.map(groupOf)).size).toBeGreaterThan(1)
})

test('the caseload costs twice as much for twice as many clients, not four times', async () => {
  const looks: number[] = []
  for (const size of [150, 300]) {
    const { cases, looksOf } = countedRoom(size)
    looks.push(
      await looksOf(async () => {
        const { clients, summaryOf } = await readCaseload({ cases })
        clients.map(summaryOf)
        findClients(clientEntries(clients), 'shili')
      }),
    )
  }
  const [small = 0, large = 0] = looks
  expect(small).toBeGreaterThan(150)
  expect(large / small).toBeLessThan(2.5)
})

test('the caseload is not worked out again for the next letter typed', async () => {
  const { cases, looksOf } = countedRoom(100)
  const search = async () => {
    const { clients } = await readCaseload({ cases })
    return findClients(clientEntries(clients), 'shili')
  }
  expect(await looksOf(search)).toBeGreaterThan(100)
  const { clients } = await readCaseload({ cases })
  expect(await looksOf(search)).toBe(0)
  expect(clientEntries((await readCaseload({ cases })).clients)).toBe(clientEntries(clients))
})
