import { useTranslation } from 'react-i18next'
import type { TableOnShow } from '../../room/contract/report.ts'
import { useLanguage } from '../locale/locale.ts'
import { type GridLayout, isTotal, layOut } from './grid-layout.ts'
import { WideBox } from './wide-box.tsx'
import { KnownPart, Withheld } from './withheld.tsx'
import './counts-table.css'

/** One set of counts over a table's grid. */
export interface Counts {
  label: string
  /** Null for a cell that is withheld. */
  cells: readonly (number | null)[]
  /** Of a sum over units, for each cell how many withhold their part of it. */
  withheldBy?: readonly number[]
  /** For each cell how far the true number may be from it by rounding. */
  bands?: readonly number[]
}

type Row = GridLayout['rows'][number]

/**
 * A table of counts with its sums, its own where totals are cells of it; several sets of counts stand side by side in every column.
 * Whatever is withheld looks the same, and what the mark means is said below.
 */
export function CountsTable({
  id,
  table,
  sets,
}: {
  id: string
  table: Pick<TableOnShow, 'title' | 'dims'>
  sets: readonly Counts[]
}) {
  const { t } = useTranslation('charts')
  const [language] = useLanguage()
  const { across, down, rows, holdsTotals } = layOut(table.dims)
  const columns =
    across === null
      ? [{ key: 'count', title: null, cells: (row: Row) => row.cells }]
      : [
          ...across.codes.map(({ code, label }, place) => ({
            key: code,
            title: label[language],
            cells: (row: Row) => row.cells.slice(place, place + 1),
          })),
          ...(holdsTotals ? [] : [{ key: 'sum', title: t('sum'), cells: (row: Row) => row.cells }]),
        ]
  const rowHead = Math.max(down.length, 1)
  const corner =
    down.length === 0 ? (
      <td />
    ) : (
      <th scope="col" colSpan={rowHead} rowSpan={across !== null && sets.length > 1 ? 2 : 1}>
        {down.map(({ title }) => title[language]).join(' · ')}
      </th>
    )
  const edge = (set: number) => (set === 0 ? 'counts-edge' : undefined)
  const figures = (counted: readonly Row[]) =>
    columns.flatMap(({ key, cells }) =>
      sets.map((counts, set) => (
        <td key={`${key} ${counts.label}`} className={edge(set)}>
          <Count of={counts} cells={counted.flatMap(cells)} />
        </td>
      )),
    )

  return (
    <WideBox label={table.title[language]}>
      <table id={id} className="counts-table">
        <caption className="visually-hidden">{table.title[language]}</caption>
        <thead>
          {across !== null && (
            <tr>
              {corner}
              {columns.map(({ key, title }) => (
                <th key={key} scope="colgroup" colSpan={sets.length} className="counts-edge">
                  {title}
                </th>
              ))}
            </tr>
          )}
          {(across === null || sets.length > 1) && (
            <tr>
              {across === null && corner}
              {columns.flatMap(({ key }) =>
                sets.map(({ label }, set) => (
                  <th key={`${key} ${label}`} scope="col" className={edge(set)}>
                    {label}
                  </th>
                )),
              )}
            </tr>
          )}
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className={row.codes.some(isTotal) ? 'counts-total' : undefined}>
              {row.codes.length === 0 && <th scope="row">{t('sum')}</th>}
              {row.codes.map(({ code, label }) => (
                <th key={code} scope="row">
                  {label[language]}
                </th>
              ))}
              {figures([row])}
            </tr>
          ))}
        </tbody>
        {rows.length > 1 && !holdsTotals && (
          <tfoot>
            <tr>
              <th scope="row" colSpan={rowHead}>
                {t('sum')}
              </th>
              {figures(rows)}
            </tr>
          </tfoot>
        )}
      </table>
      {sets.some(({ cells }) => cells.includes(null)) && (
        <p className="counts-note">{t('note', { mark: t('mark'), meaning: t('withheld') })}</p>
      )}
      {sets.some(isPartly) && <p className="counts-note">{t('partly', { mark: t('mark') })}</p>}
    </WideBox>
  )
}

/** Some cell is the sum of some units only. */
const isPartly = ({ cells, withheldBy = [] }: Counts): boolean =>
  withheldBy.some((units, cell) => units > 0 && cells[cell] !== null)

function Count({ of, cells }: { of: Counts; cells: readonly number[] }) {
  const known = sumOf(cells.map((cell) => of.cells[cell] ?? null))
  if (known === null) return <Withheld />
  const units = Math.max(...cells.map((cell) => of.withheldBy?.[cell] ?? 0))
  return units > 0 ? <KnownPart known={known} units={units} /> : known
}

/** Null as soon as one part is withheld: a sum of the others would pass for the whole. */
const sumOf = (cells: readonly (number | null)[]): number | null =>
  cells.reduce((sum, cell) => (sum === null || cell === null ? null : sum + cell), 0)
