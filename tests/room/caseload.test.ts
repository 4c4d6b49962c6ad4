import { describe, expect, test } from 'vitest'
import { findClients } from '../../src/casework/find-clients.ts'
import type { RecordKind, Stored } from '../../src/casework/record.ts'
import { readCaseload } from '../../src/room/clients/caseload.ts'
import { clientEntries } from '../../src/room/clients/client-entries.ts'
import type { Shelf } from '../../src/room/shelves.ts'
import { simulateRoom } from '../../src/simulation/simulate-room.ts'
import { setting } from '../simulation/setting.ts'

/** A room's records that count how often any of them is looked at. */
const countedRoom = (clients: number) => {
  let looks = 0
  const room = simulateRoom({ seed: '示例', clients, months: 2, until: '2026-11-20' }, setting)
  const counted = <T>(records: readonly Stored<T>[]) =>
    records.map(({ id, revision, value }) => ({
      id,
      revision,
      get value() {
        looks += 1
        return value
      },
    }))
  const shelves: Record<string, Shelf<unknown>> = {
    clients: { records: counted(room.clients), unreadable: 1 },
    assessments: { records: counted(room.assessments), unreadable: 2 },
    criticalAlerts: { records: counted(room.alerts), unreadable: 4 },
    tierDecisions: { records: counted(room.decisions), unreadable: 8 },
  }
  const list = async <T>({ table }: RecordKind<T>) => shelves[table] as Shelf<T>
  const looksOf = async (work: () => Promise<unknown>) => {
    const before = looks
    await work()
    return looks - before
  }
  return { room, list, looksOf }
}

describe('the caseload', () => {
  test('lists the newest first and counts everything that could not be read', async () => {
    const { room, list } = countedRoom(24)
    const { clients, summaryOf, unreadable } = await readCaseload({ list })
    const registered = clients.map(({ value }) => value.registeredAt)
    expect(registered).toEqual(registered.toSorted().reverse())
    expect(clients).toHaveLength(24)
    expect(unreadable).toBe(15)

    const summaries = clients.map(summaryOf)
    const open = room.alerts.filter(({ value }) => value.handling === null)
    expect(summaries.reduce((sum, { openAlerts }) => sum + openAlerts, 0)).toBe(open.length)
    expect(open.length).toBeGreaterThan(0)
    for (const { id, standing, lastAssessedAt } of summaries) {
      const decided = room.decisions.filter(({ value }) => value.clientId === id).at(-1)
      expect(standing?.tier).toBe(decided?.value.tier)
      const answered = room.assessments
        .filter(({ value }) => value.clientId === id)
        .map(({ value }) => value.answeredAt)
      expect(lastAssessedAt).toBe(answered.toSorted().at(-1) ?? null)
    }
  })

  test('costs twice as much for twice as many clients, not four times', async () => {
    const looks: number[] = []
    for (const size of [150, 300]) {
      const { list, looksOf } = countedRoom(size)
      looks.push(
        await looksOf(async () => {
          const { clients, summaryOf } = await readCaseload({ list })
          clients.map(summaryOf)
          findClients(clientEntries(clients), 'shili')
        }),
      )
    }
    const [small = 0, large = 0] = looks
    expect(small).toBeGreaterThan(150)
    // Sorting grows a little faster than the list.
    expect(large / small).toBeLessThan(2.5)
  })

  test('is not worked out again for the next letter typed', async () => {
    const { list, looksOf } = countedRoom(100)
    const search = async () => {
      const { clients } = await readCaseload({ list })
      findClients(clientEntries(clients), 'shili')
    }
    expect(await looksOf(search)).toBeGreaterThan(100)
    expect(await looksOf(search)).toBe(0)
  })
})
