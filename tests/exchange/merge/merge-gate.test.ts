import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearlyAllOf, passedOn } from '../../../src/exchange/merge/merge-gate.ts'
import type { ReportedTable } from '../../../src/exchange/merge/room-report.ts'

const additive = { id: 'calls', class: 'A' } as const
const suppressed = { id: 'referrals', class: 'S' } as const
const plain = (cells: (number | null)[]): ReportedTable => ({ id: 'calls', k: null, cells })
const released = (k: number, cells: (number | null)[]): ReportedTable => ({ id: 'referrals', k, cells })

/** Every way to choose one of these for each of so many rooms. */
const everyWay = <T>(choices: readonly T[], rooms: number): T[][] =>
  rooms === 0
    ? [[]]
    : everyWay(choices, rooms - 1).flatMap((others) => choices.map((one) => [one, ...others]))

/**
 * Plays the first room, who reads what the next level is sent: of everything the rooms could have said, what is sent and what the first room
 * itself said leave these possible. Gives, for each thing it can come to know, all that the others could have said.
 */
const seenByTheFirst = (
  ways: readonly ReportedTable[][],
  sent: (reported: readonly ReportedTable[]) => unknown,
  isKnown: (table: ReportedTable) => unknown = () => null,
): { said: unknown; possible: ReportedTable[][] }[] => {
  const worlds = new Map<string, { said: unknown; possible: ReportedTable[][] }>()
  for (const way of ways) {
    const [own, ...others] = way
    const said = sent(way)
    const key = JSON.stringify([own?.cells, said, others.map(isKnown)])
    const world = worlds.get(key) ?? { said, possible: [] }
    world.possible.push(others)
    worlds.set(key, world)
  }
  return [...worlds.values()]
}

/** The counts the others could have at this cell, one set for each of them. */
const couldBe = (possible: readonly ReportedTable[][], cell: number): Set<number | null>[] =>
  (possible[0] ?? []).map((_, room) => new Set(possible.map((others) => others[room]?.cells[cell] ?? null)))

/** One number is left, and it is not nought; at the most that is tried here a larger one would be left as well. */
const isUncovered = (values: Set<number | null>, most: number): boolean =>
  values.size === 1 && ![0, null, most].some((value) => values.has(value))

describe('an additive table', () => {
  const tables = [0, 3, 6].flatMap((a) => [0, 3, 6].map((b) => plain([a, b])))

  it.each([3, 4])('of %i rooms: one that knows its own figures learns no other’s', (rooms) => {
    for (const { said, possible } of seenByTheFirst(everyWay(tables, rooms), (all) =>
      passedOn(additive, 2, all),
    )) {
      expect(said).not.toBeNull()
      for (const cell of [0, 1])
        expect(couldBe(possible, cell).filter((values) => isUncovered(values, 6))).toEqual([])
    }
  })

  it('of two rooms would give each the other’s figures, and is held back', () => {
    const ways = everyWay(tables, 2)
    const sum = (all: readonly ReportedTable[]) =>
      all.reduce((whole, { cells }) => whole + (cells[0] ?? 0), 0)
    const naive = seenByTheFirst(ways, sum)
    expect(naive.some(({ possible }) => couldBe(possible, 0).some((values) => isUncovered(values, 6)))).toBe(
      true,
    )
    for (const way of [...ways, ...everyWay(tables, 1)]) expect(passedOn(additive, 2, way)).toBeNull()
  })

  it('is the whole sum whatever its rooms counted: small counts are not held back', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: 3, maxLength: 20 }), (counts) => {
        const told = passedOn(
          additive,
          1,
          counts.map((count) => plain([count * 3])),
        )
        expect(told).toEqual({
          id: 'calls',
          rooms: counts.length,
          cells: [counts.reduce((sum, count) => sum + count * 3, 0)],
          withheld: null,
        })
      }),
      { numRuns: 50, seed: 8 },
    )
  })
})

describe('a table in which rooms withhold', () => {
  const k = 3
  const most = 12
  const totals = [null, ...Array.from({ length: most - k + 1 }, (_, above) => k + above)]
  const tables = totals.map((total) => released(k, [total, null, null]))
  const shows = ({ cells }: ReportedTable) => cells[0] !== null
  const isTold = (said: unknown) => (said as ReturnType<typeof passedOn>)?.cells[0] !== null

  it.each([3, 4])(
    'of %i rooms: every other total could be any of k numbers, who shows one being known',
    (rooms) => {
      const worlds = seenByTheFirst(everyWay(tables, rooms), (all) => passedOn(suppressed, 3, all), shows)
      expect(worlds.filter(({ said }) => isTold(said)).length).toBeGreaterThan(20)
      for (const { said, possible } of worlds)
        for (const values of couldBe(possible, 0)) {
          if (values.has(null) || values.has(most)) continue
          // That a sum is not told says something too.
          expect(values.size).toBeGreaterThanOrEqual(isTold(said) ? k : 2)
        }
    },
  )

  it('would be uncovered by the plain sum of what is shown', () => {
    const sum = (all: readonly ReportedTable[]) =>
      all.reduce((whole, { cells }) => whole + (cells[0] ?? 0), 0)
    const worlds = seenByTheFirst(everyWay(tables, 3), sum, shows)
    const uncovered = worlds.filter(({ possible }) =>
      couldBe(possible, 0).some((values) => isUncovered(values, most)),
    )
    expect(uncovered.length).toBeGreaterThan(0)
  })

  it('tells nothing of a total that fewer than three rooms show, or that can be nothing but the smallest', () => {
    const cellsOf = (...counts: (number | null)[]) =>
      passedOn(
        suppressed,
        1,
        counts.map((count) => released(5, [count])),
      )
    expect(cellsOf(40, 50, null)).toMatchObject({ cells: [null], withheld: [1] })
    expect(cellsOf(40, 50, null, null, null)).toMatchObject({ cells: [null], withheld: [5] })
    expect(cellsOf(5, 5, 5)).toMatchObject({ cells: [null] })
    // Whoever has the 90 would know the others to be 5 or 6.
    expect(cellsOf(90, 6, 5)).toMatchObject({ cells: [null] })
    expect(cellsOf(90, 9, 5)).toMatchObject({ cells: [104], withheld: [0] })
    expect(cellsOf(90, 9, 5, null)).toMatchObject({ cells: [104], withheld: [1] })
    expect(cellsOf(90, 9, 0)).toMatchObject({ cells: [null] })
  })

  it('never tells a part: totals less their parts would be what one room withholds', () => {
    // The first two show all of it, the third its total alone: what is missing in the parts is the third's.
    const rooms = [released(5, [20, 8, 12]), released(5, [30, 14, 16]), released(5, [25, null, null])]
    const naive = [0, 1, 2].map((cell) => rooms.reduce((sum, { cells }) => sum + (cells[cell] ?? 0), 0))
    const [total = 0, ...parts] = naive
    expect(total - parts.reduce((sum, part) => sum + part, 0)).toBe(25)
    expect(passedOn(suppressed, 3, rooms)).toEqual({
      id: 'referrals',
      rooms: 3,
      cells: [75, null, null],
      withheld: [0, 1, 1],
    })
  })
})

it('names the room that nearly all of a table comes from', () => {
  const of = (...totals: number[]) =>
    nearlyAllOf(totals.map((total, n) => ({ unit: `r${n}`, cells: [total] })))
  expect(of(300, 0, 0)).toBe('r0')
  expect(of(3, 0, 300, 6)).toBe('r2')
  expect(of(300, 200, 0)).toBe('r0')
  expect(of(300, 30, 30)).toBeNull()
  expect(of(0, 0, 0)).toBeNull()
})
