import { periodKindOf } from '../../statistics/period.ts'
import { cellsOf, dimensionsIn, type PackageView, type TableView } from './package-view.ts'

/**
 * A package as SDMX-CSV 2.0: a dataflow for each table, one row for every cell in place of whatever stood there before. Withheld is
 * an observation without value, with one status (`Q`, `N`) whatever the reason. Columns of dimensions that a table does not
 * have stay empty in its rows. Only codes and numbers, so there is nothing to quote.
 */
export function sdmxView(view: PackageView): Uint8Array {
  const { period, from, tables } = view
  const dims = dimensionsIn(tables)
  const heading = [
    'STRUCTURE',
    'STRUCTURE_ID',
    'ACTION',
    'FREQ',
    'REF_AREA',
    ...dims.map(({ id }) => componentId(id)),
    'TIME_PERIOD',
    'OBS_VALUE',
    'OBS_STATUS',
    'CONF_STATUS',
    'UNIT_MEASURE',
  ]
  const frequency = periodKindOf(period) === 'month' ? 'M' : 'Q'
  const rows = tables.flatMap((table) => {
    const positions = dims.map(({ id }) => table.axes.findIndex((dim) => dim.id === id))
    return cellsOf(table).map(({ codes, count }) => [
      'dataflow',
      dataflow(view, table),
      'R',
      frequency,
      from.unit,
      ...positions.map((position) => itemId(codes[position]?.code ?? '')),
      period,
      ...(count === null ? ['', 'Q', 'N'] : [String(count), 'A', 'F']),
      table.planned.unit.toUpperCase(),
    ])
  })
  return new TextEncoder().encode([heading, ...rows].map((row) => `${row.join(',')}\r\n`).join(''))
}

const dataflow = ({ plan }: PackageView, { planned }: TableView): string =>
  `ANXIN:${itemId(plan.id)}_${itemId(planned.id)}(${plan.version}.0.0)`

/** Ids of SDMX have no dots, codes of a plan no underscores. */
const itemId = (code: string): string => code.replaceAll('.', '_')

/** `ageBand` is `AGE_BAND`. */
const componentId = (id: string): string => itemId(id.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_')).toUpperCase()
