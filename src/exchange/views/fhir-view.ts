import { type CellView, cellsOf, type PackageView, type TableView } from './package-view.ts'
import { daysOf } from './view-words.ts'

const absent = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason'
const populations = 'http://terminology.hl7.org/CodeSystem/measure-population'
const reasons = 'http://terminology.hl7.org/CodeSystem/v3-ActReason'

/**
 * A package as a FHIR R4 MeasureReport of type summary: a group for each table, a stratum for each cell, `masked` where a
 * count is withheld. It names no person, holds no single results and no references to any.
 */
export const measureReport = (view: PackageView) => {
  const { plan, from, period, created, sha256, demo, tables } = view
  return {
    resourceType: 'MeasureReport',
    ...(demo ? { meta: { tag: [{ system: reasons, code: 'HTEST' }] } } : {}),
    identifier: [{ system: 'urn:ietf:rfc:3986', value: `urn:anxin:package:sha256:${sha256}` }],
    status: 'complete',
    type: 'summary',
    measure: `urn:anxin:plan:${plan.id}|${plan.version}`,
    date: created,
    reporter: { identifier: { system: 'urn:anxin:unit', value: from.unit } },
    period: daysOf(period),
    group: tables.map(groupOf),
  }
}

const groupOf = (table: TableView) => {
  const { planned, axes } = table
  const code = coded('urn:anxin:table', planned.id, planned.title.en)
  const cells = cellsOf(table)
  // A table without dimensions has one count, that of the group itself.
  if (axes.length === 0) return { code, population: cells.map(populationOf) }
  const dimensions = axes.map(({ id, title }) => coded('urn:anxin:dimension', id, title.en))
  const stratum = cells.map((cell) => ({
    component: dimensions.map((dimension, position) => ({
      code: dimension,
      value: categoryOf(cell, axes[position]?.id ?? '', position),
    })),
    population: [populationOf(cell)],
  }))
  return { code, stratifier: [{ code: dimensions, stratum }] }
}

const categoryOf = ({ codes }: CellView, dimension: string, position: number) => {
  const { code = '', label } = codes[position] ?? {}
  return coded(`urn:anxin:dimension:${dimension}`, code, label?.en ?? code)
}

const populationOf = ({ count }: CellView) => ({
  code: { coding: [{ system: populations, code: 'initial-population' }] },
  ...(count === null ? { _count: { extension: [{ url: absent, valueCode: 'masked' }] } } : { count }),
})

const coded = (system: string, code: string, text: string) => ({ coding: [{ system, code }], text })
