import { describe, expect, test } from 'vitest'
import { attackRelease } from '../../../src/exchange/release/attack-release.ts'
import { prepareRelease } from '../../../src/exchange/release/prepare-release.ts'
import { tableOf } from '../../../src/statistics/release-plan.ts'
import { countedOf, roomKeys, testGuard } from './counted.ts'
import { roomFacts } from './room-facts.ts'

const rooms = process.env.ANXIN_LONG === undefined ? 6 : 300

describe('what simulated rooms would release', () => {
  test.each(Array.from({ length: rooms }, (_, room) => room))('room %i', async (room) => {
    const people = [15, 60, 150, 400, 1000, 2500][room % 6] ?? 60
    const profile = people < 300 ? 'medium' : 'large'
    const counted = countedOf(roomFacts(`room ${room}`, people), { profile })
    const guard = testGuard()
    const { tables, withheld } = await prepareRelease(counted, roomKeys, guard)
    const protection = await attackRelease(tables, counted, guard)
    expect(protection.withheld).toBe(tables.flatMap(({ cells }) => cells).filter((n) => n === null).length)

    for (const [place, { id, k, cells }] of tables.entries()) {
      const truth = counted.tables[place]
      const table = tableOf(counted.plan, id)
      if (table?.class !== 'S') {
        expect(k, id).toBeNull()
        continue
      }
      const because = withheld.find((one) => one.table === id)?.cells
      for (const [cell, shown] of cells.entries()) {
        const persons = truth?.persons[cell] ?? 0
        // Everything under k is withheld, what is shown is true, and every withheld cell has its reason.
        if (persons < table.k) expect(shown, `${id} ${cell}`).toBeNull()
        if (shown !== null) expect(shown).toBe(truth?.cells[cell])
        expect(because?.[cell] === null, `${id} ${cell}`).toBe(shown !== null)
      }
    }
  })
})
