import { describe, expect, it } from 'vitest'
import { releaseProfiles } from '../../src/casework/unit/unit-profile.ts'
import { layOutCounty } from '../../src/simulation/lay-out-county.ts'
import { monthsBefore, periodsBefore } from '../../src/simulation/periods-before.ts'
import { simulateFacts } from '../../src/simulation/simulate-facts.ts'
import { factSchema } from '../../src/statistics/fact.ts'
import { tabulate } from '../../src/statistics/tabulate.ts'
import { shippedPlan } from '../support/release-plan.ts'

const until = '2026-02-01'
const [first = '', ...more] = monthsBefore(until, 4)
const setting = {
  seed: 'test',
  newcomers: 20,
  months: [first, ...more],
  townships: ['990101101', '990101102'],
} as const satisfies Parameters<typeof simulateFacts>[0]

describe('facts drawn without files behind them', () => {
  const { all, within } = simulateFacts(setting)

  it('are facts, of the months asked for, and the same for the same seed', () => {
    for (const fact of all) expect(factSchema.parse(fact)).toEqual(fact)
    expect(new Set(all.map(({ month }) => month))).toEqual(new Set(setting.months))
    expect(simulateFacts(setting).all).toEqual(all)
    expect(simulateFacts({ ...setting, seed: 'other' }).all).not.toEqual(all)
    expect(within('2025-11', '2025-12')).toEqual(
      all.filter(({ month }) => month <= '2025-12' && month >= '2025-11'),
    )
  })

  it('know nobody over the end of a year: a pseudonym lasts as long as that', () => {
    const yearsOf = Map.groupBy(
      all.filter(({ person, kind }) => person !== null && kind !== 'staff' && kind !== 'training'),
      ({ person }) => person,
    )
    expect(yearsOf.size).toBeGreaterThan(60)
    for (const facts of yearsOf.values())
      expect(new Set(facts.map(({ month }) => month.slice(0, 4))).size).toBe(1)
  })

  it.each(releaseProfiles)(
    'have a place in every table of the plan that comes with the program, %s',
    (profile) => {
      for (const period of periodsBefore(until, 4)) {
        const tables = tabulate({ within }, shippedPlan, period, profile)
        expect(tables.length).toBeGreaterThan(0)
        const filled = tables.filter(({ cells }) => cells.some((count) => count > 0))
        expect(filled.length).toBeGreaterThan(tables.length / 2)
      }
    },
  )
})

describe('a county laid out', () => {
  it('has 27 townships with rooms of every size', () => {
    const { places, rooms } = layOutCounty({ seed: 'test', desk: '990101', rooms: 540 })
    expect(places.filter(({ level }) => level === 'township')).toHaveLength(27)
    expect(new Set(rooms.map(({ parent }) => parent)).size).toBe(27)
    expect(new Set(rooms.map(({ code }) => code)).size).toBe(540)
    const shares = Map.groupBy(rooms, ({ profile }) => profile)
    expect(releaseProfiles.map((profile) => (shares.get(profile) ?? []).length > 30)).toEqual([
      true,
      true,
      true,
    ])
    for (const { code, parent } of rooms)
      expect([code, parent]).toEqual([expect.stringMatching(/^990101/), expect.stringMatching(/^990101/)])
  })

  it('becomes a city of counties when it has more rooms than one can have', () => {
    const { places, rooms } = layOutCounty({ seed: 'test', desk: '990100', rooms: 5000 })
    expect(places[0]).toMatchObject({ level: 'city', code: '990100', parent: null })
    const counties = places.filter(({ level }) => level === 'county')
    expect(counties).toHaveLength(10)
    expect(new Set(rooms.map(({ code }) => code)).size).toBe(5000)
    const townships = new Set(places.flatMap(({ level, code }) => (level === 'township' ? [code] : [])))
    expect(rooms.every(({ parent }) => townships.has(parent))).toBe(true)
  })
})
