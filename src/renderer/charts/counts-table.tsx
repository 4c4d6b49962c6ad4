import { useTranslation } from 'react-i18next'
import type { TableOnShow } from '../../room/contract/report.ts'
import { useLanguage } from '../locale/locale.ts'
import { layOut } from './grid-layout.ts'
import './counts-table.css'

/** One set of counts over a table's grid. */
export interface Counts {
  label: string
  cells: readonly number[]
}

/** A table of counts with its sums; several sets of counts stand side by side in every column. */
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
  const { across, down, columns, rows } = layOut(table.dims)
  const sum = (cells: readonly number[], at: readonly number[]) =>
    at.reduce((total, cell) => total + (cells[cell] ?? 0), 0)
  const withSums = across !== null
  const corner = down.map(({ title }) => title[language]).join(' · ')
  const span = Math.max(down.length, 1)
  const figures = (key: string, groups: readonly (readonly number[])[]) =>
    groups.flatMap((at, group) =>
      sets.map(({ label, cells }, set) => (
        <td key={`${key} ${group} ${label}`} className={set === 0 ? 'counts-group' : undefined}>
          {sum(cells, at)}
        </td>
      )),
    )

  return (
    <div className="counts">
      <table id={id} className="counts-table">
        <caption className="visually-hidden">{table.title[language]}</caption>
        <thead>
          {across !== null && (
            <tr>
              <th scope="col" colSpan={span} rowSpan={sets.length > 1 ? 2 : 1}>
                {corner}
              </th>
              {[...across.codes.map(({ label }) => label[language]), t('sum')].map((text) => (
                <th key={text} scope="colgroup" colSpan={sets.length} className="counts-group">
                  {text}
                </th>
              ))}
            </tr>
          )}
          {(across === null || sets.length > 1) && (
            <tr>
              {across === null && (
                <th scope="col" colSpan={span}>
                  {corner}
                </th>
              )}
              {(withSums ? [...columns, null] : columns).flatMap((column, group) =>
                sets.map(({ label }, set) => (
                  <th
                    key={`${column?.code ?? ''} ${group} ${label}`}
                    scope="col"
                    className={set === 0 ? 'counts-group' : undefined}
                  >
                    {label}
                  </th>
                )),
              )}
            </tr>
          )}
        </thead>
        <tbody>
          {rows.map(({ codes, cells }) => {
            const key = codes.map(({ code }) => code).join(' ')
            return (
              <tr key={key}>
                {codes.length === 0 && <th scope="row">{t('sum')}</th>}
                {codes.map(({ code, label }) => (
                  <th key={code} scope="row">
                    {label[language]}
                  </th>
                ))}
                {figures(key, [...cells.map((cell) => [cell]), ...(withSums ? [cells] : [])])}
              </tr>
            )
          })}
        </tbody>
        {rows.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row" colSpan={span}>
                {t('sum')}
              </th>
              {figures('sum', [
                ...columns.map((_, column) => rows.flatMap(({ cells }) => cells[column] ?? [])),
                ...(withSums ? [rows.flatMap(({ cells }) => cells)] : []),
              ])}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}
