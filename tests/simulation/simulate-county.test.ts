import { expect, it } from 'vitest'
import { simulateCounty } from '../../src/simulation/simulate-county.ts'
import { factSchema } from '../../src/statistics/fact.ts'
import { setting } from './setting.ts'

const size = { seed: 'demo', rooms: 3, months: 4, until: '2026-11-22' }
const kinds = [
  ...['client', 'assessment', 'tier', 'tierChange', 'followUp', 'call'],
  ...['callDanger', 'callLength', 'callTime', 'callFollowUp'],
]
const county = simulateCounty(size, setting)

it('is the same for the same seed', () => {
  expect(simulateCounty(size, setting)).toEqual(county)
})

it('has rooms of their own, under the code no real county has', () => {
  expect(county.map(({ code }) => code)).toEqual(['000000001', '000000002', '000000003'])
  expect(new Set(county.map(({ name }) => name)).size).toBe(3)
  expect(county[0]?.facts).not.toEqual(county[1]?.facts)
})

it('leaves facts of every kind, of the months asked for, and nothing that says who', () => {
  for (const { facts, clients } of county) {
    for (const fact of facts) expect(factSchema.parse(fact)).toEqual(fact)
    // A room with few calls may have none that was followed up, and none that was told on to save a life.
    const rare = ['callFollowUp', 'disclosure']
    expect(new Set([...facts.map(({ kind }) => kind), ...rare])).toEqual(new Set([...kinds, ...rare]))
    expect(facts.filter(({ kind }) => kind === 'client')).toHaveLength(clients)
    expect(facts.every(({ month }) => month >= '2026-07')).toBe(true)
    // How somebody stands is said anew each January, and follow-ups fall due later.
    const due = ['tier', 'followUp', 'callFollowUp']
    const happened = facts.filter(({ kind }) => !due.includes(kind))
    expect(happened.filter(({ month }) => month > '2026-11')).toEqual([])
    expect(
      facts.filter(({ kind, month }) => kind === 'tier' && month > '2026-11' && !month.endsWith('-01')),
    ).toEqual([])
  }
})

it('counts a person under one pseudonym a year, and another in another room', () => {
  for (const { facts, clients } of county) {
    const ofYear = facts.filter(({ month }) => month.startsWith('2026'))
    expect(new Set(ofYear.flatMap(({ person }) => person ?? [])).size).toBe(clients)
  }
  const everyone = county.flatMap(({ facts }) => [...new Set(facts.flatMap(({ person }) => person ?? []))])
  expect(new Set(everyone).size).toBe(everyone.length)
})
