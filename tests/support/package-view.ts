import fc from 'fast-check'
import type { PackageView, TableView } from '../../src/exchange/views/package-view.ts'
import { type Axis, totalCode } from '../../src/statistics/axis.ts'
import { examplePlan } from './example-plan.ts'

/** A view of a package, and the counts its withheld cells stand for: those nobody may ever read. */
export interface GuardedView {
  view: PackageView
  /** The true counts of each table, in grid order. */
  truth: number[][]
}

const awkward = [
  '=1+1',
  '＝SUM(A1)',
  '+cmd|calc',
  '﹢1',
  '-2',
  '－3',
  '@x',
  '＠x',
  '\t=1',
  '\r=1',
  ' =1',
  '\u200b=1',
  'a,b;c',
  '"q"',
  'two\r\nlines',
  '<b>&amp;',
  '_x0041_',
  '女',
]
const label = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...awkward) },
  { weight: 2, arbitrary: fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }) },
)
const plainLabel = fc.stringMatching(/^[A-Za-z女男0-9][A-Za-z女男0-9 –]{0,10}$/)

const axisArbitrary = (id: string, labels: fc.Arbitrary<string>, withTotal: boolean): fc.Arbitrary<Axis> =>
  fc
    .uniqueArray(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9.-]{0,6}$/), { minLength: 1, maxLength: 5 })
    .chain((codes) =>
      fc
        .array(labels, { minLength: codes.length * 2 + 1, maxLength: codes.length * 2 + 1 })
        .map(([title = '', ...texts]) => {
          const inner = codes.map((code, index) => ({
            code,
            label: { 'zh-CN': texts[index * 2] ?? '', en: texts[index * 2 + 1] ?? '' },
          }))
          const total = { code: totalCode, label: { 'zh-CN': '合计', en: 'Total' } }
          return {
            id,
            title: { 'zh-CN': title, en: title },
            codes: withTotal ? [total, ...inner] : inner,
            sums: [[totalCode, ...codes]],
            places: codes.map((_, place) => (withTotal ? [place + 1, 0] : [place])),
          }
        }),
    )

const tableOfClass = (wanted: 'A' | 'S'): TableView['planned'] => {
  const table = examplePlan.tables.find((candidate) => candidate.class === wanted)
  if (!table) throw new Error(`the example plan has no table of class ${wanted}`)
  return table
}

/** Any tables over up to three of four axes; those of class S with totals and, at random, cells withheld. */
export const guardedViews = (labels: 'awkward' | 'plain'): fc.Arbitrary<GuardedView> => {
  const texts = labels === 'awkward' ? label : plainLabel
  const table = fc
    .boolean()
    .chain((isS) =>
      fc
        .subarray(['sex', 'ageBand', 'place', 'kind.x'], { maxLength: 3 })
        .chain((ids) =>
          fc
            .tuple(
              fc.tuple(...ids.map((id) => axisArbitrary(id, texts, isS))),
              texts,
              fc.infiniteStream(fc.tuple(fc.nat(99_999), fc.boolean())),
            )
            .map(([dims, title, draws]) => ({ isS, dims, title, draws })),
        ),
    )
  return fc
    .tuple(fc.array(table, { minLength: 1, maxLength: 4 }), fc.constantFrom('2026-11', '2026-Q4', '2028-02'))
    .map(([drawn, period]) => {
      // An axis has one list of codes in all tables of a plan, with totals in those of class S.
      const known = new Map<string, Axis>()
      // No two counts of a package are the same, so that each is known by its digits.
      let unique = 0
      const truth: number[][] = []
      const tables = drawn.map(({ isS, dims, title, draws }, index): TableView => {
        const keyOf = ({ id }: Axis) => `${id} ${isS}`
        for (const axis of dims) if (!known.has(keyOf(axis))) known.set(keyOf(axis), axis)
        const own = dims.map((axis) => known.get(keyOf(axis)) ?? axis)
        const size = own.reduce((product, { codes }) => product * codes.length, 1)
        const counts: number[] = []
        const cells = Array.from({ length: size }, () => {
          const { value } = draws.next()
          const [, hidden] = value ?? [0, false]
          unique += 1
          const count = 7_100_003 + unique * 1_013
          counts.push(count)
          return isS && hidden ? null : count
        })
        truth.push(counts)
        return {
          planned: {
            ...(isS ? tableOfClass('S') : tableOfClass('A')),
            id: `table-${index}`,
            title: { 'zh-CN': title, en: title },
            unit: 'person',
          },
          axes: own,
          k: isS ? 10 : null,
          cells,
        }
      })
      return { view: viewOf(tables, period), truth }
    })
}

const viewOf = (tables: TableView[], period: string): PackageView => {
  const cells = tables.flatMap((table) => table.cells)
  return {
    format: 'anxin-package/2',
    demo: false,
    plan: { id: 'anxin-rooms', version: 3, sha256: 'b'.repeat(64) },
    from: { unit: '330102001' },
    to: { unit: '330102', key: 'k'.repeat(43) },
    profile: 'large',
    period,
    seq: 4,
    previous: 'c'.repeat(64),
    created: '2026-12-03',
    audit: null,
    late: 5,
    sha256: 'd'.repeat(64),
    tables,
    protection: {
      cells: cells.length,
      withheld: cells.filter((count) => count === null).length,
      targets: 7,
      solver: 'highs-1.15.1',
      digest: 'a'.repeat(64),
    },
  }
}
