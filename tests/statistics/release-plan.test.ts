import { describe, expect, it } from 'vitest'
import { gridSize } from '../../src/statistics/axis.ts'
import { publishedTables } from '../../src/statistics/published-tables.ts'
import {
  type PlannedTable,
  ReleasePlanError,
  readReleasePlan,
  tableOf,
} from '../../src/statistics/release-plan.ts'
import { shippedPlan, shippedPlanJson } from '../support/release-plan.ts'

const profiles = ['small', 'medium', 'large'] as const
const ids = (profile: (typeof profiles)[number], period: 'month' | 'quarter', classes = 'AS') =>
  publishedTables(shippedPlan, profile, period)
    .filter((table) => classes.includes(table.class))
    .map(({ id }) => id)

describe('the shipped release plan', () => {
  it('lets a small room publish of its clients only quarters, by one dimension', () => {
    expect(ids('small', 'month')).toEqual([])
    expect(ids('small', 'quarter')).toEqual([
      'clients-age',
      'assessments-quarter',
      'sessions-quarter',
      'attendance-quarter',
      'calls-quarter',
    ])
    for (const { dims } of publishedTables(shippedPlan, 'small', 'quarter'))
      expect(dims.length).toBeLessThan(2)
  })

  it('lets a larger room publish by the month, and by two dimensions by the quarter', () => {
    expect(ids('medium', 'month')).toEqual(['assessments-instrument', 'sessions-mode', 'attendance', 'calls'])
    expect(ids('medium', 'quarter')).toEqual([
      'clients-sex-age',
      'files-opened',
      'closures',
      'referrals',
      'follow-ups',
    ])
  })

  it('replaces the coarser tables in a large room instead of adding to them', () => {
    expect(ids('large', 'month')).toEqual([
      'assessments-instrument-band',
      'sessions-mode-sex-age',
      'attendance',
      'calls-type',
    ])
    expect(ids('large', 'quarter', 'A')).toEqual([
      ...['clients-sex-age', 'clients-tier', 'tier-changes'],
      ...['crises', 'crisis-help', 'disclosures', 'mandatory-reports'],
    ])
    expect(ids('large', 'quarter', 'S')).toEqual([
      ...['files-opened', 'closures', 'referrals', 'follow-ups', 'rights-requests', 'clues'],
    ])
  })

  it('has the room’s own work in plain tables of every profile', () => {
    for (const profile of profiles) {
      expect(ids(profile, 'month', 'P')).toEqual(['outreach', 'groups-held', 'duties'])
      expect(ids(profile, 'quarter', 'P')).toEqual([
        'staff',
        'staff-trained',
        'training-time',
        'supervision-time',
      ])
    }
  })

  it('lets tier, severity, risk, crisis and disclosure leave a large room alone, on base 5 or with a k of 10', () => {
    const telling = /tier|band|calls-type|crisis|crises|clues|disclosures|mandatory/
    const tables = shippedPlan.tables.filter(({ id }) => telling.test(id))
    expect(tables).toHaveLength(9)
    for (const table of tables) {
      expect(table.profile, table.id).toBe('large')
      if (table.class === 'A') expect(table.base, table.id).toBe(5)
      else expect(table.class === 'S' && table.k, table.id).toBe(10)
    }
  })

  it('gives every table a grid that one package can carry', () => {
    const sizes = shippedPlan.tables.map((table) => gridSize(shippedPlan, table))
    for (const size of sizes) expect(size).toBeGreaterThan(0)
    for (const profile of profiles)
      for (const period of ['month', 'quarter'] as const) {
        const tables = publishedTables(shippedPlan, profile, period)
        expect(tables.reduce((sum, table) => sum + gridSize(shippedPlan, table), 0)).toBeLessThan(1000)
      }
  })
})

describe('reading a plan', () => {
  interface Row {
    id: string
    [key: string]: unknown
  }
  interface Json {
    tables: Row[]
    dimensions: Row[]
    places: unknown[]
    [key: string]: unknown
  }
  const changed = (change: (plan: Json) => void) => {
    const plan = structuredClone(shippedPlanJson) as Json
    change(plan)
    return () => readReleasePlan(plan)
  }
  const table = (plan: Json, id: string, more: Record<string, unknown>) => {
    const found = plan.tables.find((one) => one.id === id)
    if (!found) throw new Error(id)
    return Object.assign(found, more)
  }
  const dimension = (plan: Json, id: string, more: Record<string, unknown>) =>
    Object.assign(plan.dimensions.find((one) => one.id === id) ?? {}, more)
  const copyOf = (plan: Json, of: string, more: { id: string; [key: string]: unknown }) => {
    const found = plan.tables.find(({ id }) => id === of)
    if (!found) throw new Error(of)
    plan.tables.push({ ...structuredClone(found), replaces: [], ...more })
  }
  /** The table as one of class S. */
  const withheld = (plan: Json, id: string, more: Record<string, unknown> = {}) => {
    const found = table(plan, id, { class: 'S', k: 10, zeros: 'withheld', ...more })
    Reflect.deleteProperty(found, 'base')
  }

  it('takes the shipped one as it is, whatever else stands beside it', () => {
    expect(changed(() => {})).not.toThrow()
  })

  it.each<[string, Parameters<typeof changed>[0], RegExp]>([
    ['an unknown field', (plan) => Object.assign(plan, { note: 'x' }), /note/],
    ['another format', (plan) => Object.assign(plan, { format: 'anxin-release-plan/2' }), /format/],
    ['a table id given twice', (plan) => copyOf(plan, 'calls', { id: 'calls' }), /given twice/],
    ['an unknown dimension', (plan) => table(plan, 'calls', { dims: ['village'] }), /no dimension/],
    ['a dimension twice', (plan) => table(plan, 'closures', { dims: ['ageBand', 'ageBand'] }), /twice/],
    [
      'a sensitive table for smaller rooms',
      (plan) => table(plan, 'clients-tier', { profile: 'medium' }),
      /large/,
    ],
    ['a sensitive table on base 3', (plan) => table(plan, 'clients-tier', { base: 3 }), /base 5/],
    ['a sensitive table with k 9', (plan) => table(plan, 'clues', { k: 9 }), /k below 10/],
    ['a k below 5', (plan) => table(plan, 'closures', { k: 4 }), /k/],
    ['a base nobody agreed on', (plan) => table(plan, 'clients-age', { base: 2 }), /base/],
    ['class S without a k', (plan) => table(plan, 'closures', { k: undefined }), /k/],
    [
      'tier under another name',
      (plan) => {
        dimension(plan, 'tier', { sensitive: false })
        table(plan, 'clients-tier', { base: 3 })
      },
      /base 5/,
    ],
    [
      'bands that are said not to be sensitive',
      (plan) => {
        dimension(plan, 'instrumentBand', { sensitive: false })
        table(plan, 'assessments-instrument-band', { base: 3 })
      },
      /base 5/,
    ],
    [
      'types of calls in a smaller room',
      (plan) => {
        dimension(plan, 'callType', { sensitive: false })
        table(plan, 'calls-type', { profile: 'medium' })
      },
      /large/,
    ],
    [
      'instruments withheld under a k of 5',
      (plan) => withheld(plan, 'assessments-quarter', { k: 5 }),
      /k below 10/,
    ],
    ['a monthly stock', (plan) => table(plan, 'clients-tier', { period: 'month' }), /quarterly/],
    ['a stock that withholds', (plan) => withheld(plan, 'clients-tier'), /stock/],
    ['a stock of events', (plan) => table(plan, 'clients-tier', { unit: 'event' }), /stock/],
    ['clients in a plain table', (plan) => table(plan, 'groups-held', { counts: ['session'] }), /plain/],
    [
      'who came to groups in a plain table',
      (plan) => table(plan, 'groups-held', { counts: ['groupMeeting', 'groupAttendance'] }),
      /plain/,
    ],
    [
      'the room’s work among clients',
      (plan) => table(plan, 'calls', { counts: ['call', 'activity'] }),
      /own work/,
    ],
    ['how much each client had', (plan) => table(plan, 'sessions-mode', { measure: 'amount' }), /amounts/],
    ['files that are open as a count', (plan) => table(plan, 'closures', { counts: ['file'] }), /files/],
    ['a rounded margin twice', (plan) => copyOf(plan, 'calls', { id: 'calls-again' }), /counts what/],
    [
      'a rounded margin by another dimension',
      (plan) => copyOf(plan, 'clients-sex-age', { id: 'clients-sex', dims: ['sex'] }),
      /counts what/,
    ],
    [
      'a rounded margin under another kind of the same event',
      (plan) => copyOf(plan, 'calls', { id: 'calls-time', counts: ['callTime'] }),
      /counts what/,
    ],
    [
      'the same statistic rounded and withheld',
      (plan) => {
        copyOf(plan, 'calls', { id: 'calls-withheld' })
        withheld(plan, 'calls-withheld')
      },
      /counts what/,
    ],
    [
      'a withheld statistic for months and for quarters',
      (plan) => copyOf(plan, 'closures', { id: 'closures-month', period: 'month' }),
      /counts what/,
    ],
    [
      'withheld tables that share but a part of what they count',
      (plan) =>
        copyOf(plan, 'closures', { id: 'closures-more', counts: ['closure', 'referral'], dims: ['sex'] }),
      /counts what/,
    ],
    [
      'disclosures of all grounds beside withheld referrals, each of which is one',
      (plan) => table(plan, 'disclosures', { only: null }),
      /comes of what referrals/,
    ],
    [
      'copies of their own to clients beside withheld requests for them',
      (plan) => table(plan, 'disclosures', { only: ['savingLife', 'clientCopy'] }),
      /comes of what rights-requests/,
    ],
    [
      'withheld disclosures beside rounded reports of the same',
      (plan) => withheld(plan, 'disclosures'),
      /comes of what mandatory-reports/,
    ],
    [
      'rounded disclosures beside withheld reports of the same',
      (plan) => withheld(plan, 'mandatory-reports'),
      /comes of what mandatory-reports/,
    ],
    [
      'withheld help beside the crises it was called in',
      (plan) => withheld(plan, 'crisis-help'),
      /comes of what crises/,
    ],
    ['a replacement of nothing', (plan) => table(plan, 'calls', { replaces: ['visits'] }), /not there/],
    [
      'a replacement that leaves out what was replaced',
      (plan) => table(plan, 'calls-type', { replaces: ['calls'] }),
      /leaves out/,
    ],
    [
      'a replacement that does not add up',
      (plan) => table(plan, 'sessions-mode-sex-age', { dims: ['sex', 'ageBand'] }),
      /added up/,
    ],
    [
      'persons of months in the place of persons of quarters',
      (plan) => table(plan, 'clients-sex-age', { period: 'month' }),
      /counts otherwise/,
    ],
    [
      'a replacement by what counts something else',
      (plan) => table(plan, 'calls-type', { only: ['general'] }),
      /counts otherwise/,
    ],
    [
      'a replacement for the same rooms',
      (plan) => table(plan, 'clients-sex-age', { profile: 'small' }),
      /never published/,
    ],
    [
      'a code given twice',
      (plan) => dimension(plan, 'sex', { codes: [one('f'), one('f')], rest: 'f' }),
      /twice/,
    ],
    ['a rest that is no code', (plan) => dimension(plan, 'sex', { rest: 'other' }), /no code/],
    ['parts of nothing', (plan) => dimension(plan, 'sex', { under: 'household' }), /no dimension/],
    ['a part of no code', (plan) => dimension(plan, 'sex', { under: 'ageGroup' }), /within no code/],
    ['a dimension within itself', (plan) => dimension(plan, 'ageGroup', { under: 'ageBand' }), /within/],
    [
      'a township that is not listed',
      (plan) => Object.assign(plan, { places: plan.places.slice(1) }),
      /no township in force/,
    ],
    [
      'a village',
      (plan) => dimension(plan, 'place', { codes: [one('990101101201'), one('elsewhere')] }),
      /no township in force/,
    ],
  ])('refuses %s', (_, change, why) => {
    expect(changed(change)).toThrow(ReleasePlanError)
    expect(changed(change)).toThrow(why)
  })

  it('takes several tables of class S on one statistic, and disjoint parts of one kind', () => {
    expect(changed((plan) => copyOf(plan, 'closures', { id: 'closures-sex', dims: ['sex'] }))).not.toThrow()
    const parts = (other: string) =>
      changed((plan) => {
        for (const [id, category] of [
          ['general', 'general'],
          ['special', other],
        ])
          copyOf(plan, 'calls-type', { id: `calls-${id}`, only: [category], dims: [] })
        plan.tables = plan.tables.filter((one) => !/^calls(-quarter|-type)?$/.test(one.id))
      })
    expect(parts('special')).not.toThrow()
    expect(parts('general')).toThrow(/counts what/)
  })

  it('knows its tables by id', () => {
    expect(tableOf(shippedPlan, 'calls')?.unit).toBe('call')
    expect(tableOf(shippedPlan, 'visits')).toBeNull()
  })
})

const one = (code: string) => ({ code, label: { 'zh-CN': code, en: code } })

describe('what the plan has codes for', () => {
  const shelf = import.meta.glob<{ id: string; scales: { id: string; bands?: { id: string }[] }[] }>(
    '../../questionnaires/*/instrument.json',
    { eager: true, import: 'default' },
  )
  /** That somebody was asked these at all says something of their risk: in counts of a small place they are `other`. */
  const unnamed = ['asq', 'behaviour-clues', 'danger-level', 'illness-class']
  const codesOf = (id: string) =>
    shippedPlan.dimensions.find((dimension) => dimension.id === id)?.codes.map(({ code }) => code)

  it.each(unnamed)('%s is not named', (id) => {
    expect(codesOf('instrument')).not.toContain(id)
    expect(codesOf('instrumentBand')?.some((code) => code.startsWith(`${id}.`))).toBe(false)
  })

  it.each(Object.values(shelf).filter(({ id }) => !unnamed.includes(id)))(
    '$id has a place, with every band of its total',
    ({ id, scales }) => {
      const bands = scales.find((scale) => scale.id === 'total')?.bands ?? []
      expect(codesOf('instrument')).toContain(id)
      expect(codesOf('instrumentBand')).toEqual(
        expect.arrayContaining([`${id}.unlisted`, ...bands.map((band) => `${id}.${band.id}`)]),
      )
    },
  )

  it('has titles and labels in both languages for everything', () => {
    const named: Pick<PlannedTable, 'id' | 'title'>[] = [...shippedPlan.tables, ...shippedPlan.dimensions]
    for (const { id, title } of named) {
      expect(title['zh-CN'], id).toMatch(/\p{Script=Han}/u)
      expect(title.en, id).not.toMatch(/\p{Script=Han}/u)
    }
  })
})
