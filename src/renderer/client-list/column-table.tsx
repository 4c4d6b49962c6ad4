import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SheetOnShow } from '../../room/contract/client-list.ts'

const shownRows = 6
const leftOut = 'leftOut'

type Columns = SheetOnShow['layout']['columns']

/** The column names with the first rows below them, and above each column what it is taken for. */
export function ColumnTable({
  sheet: { rows, layout, letters, fields },
  columns,
  onChange,
}: {
  sheet: SheetOnShow
  columns: Columns
  onChange: (columns: Columns) => void
}) {
  const { t } = useTranslation('client-list')
  const { first, last } = layout.header
  const names = rows.filter(({ number }) => number >= first && number <= last)
  const below = rows.filter(({ number }) => number > last).slice(0, shownRows)
  const nameOf = (column: number) => names.map(({ cells }) => cells[column] ?? '').join('')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways is scrolled by the keyboard too
    <section className="list-wide" aria-label={t('columns.table')} tabIndex={0}>
      <table className="plain-table">
        <thead>
          <tr>
            <td />
            {columns.map((field, column) => (
              <td key={letters[column]}>
                <Select<Columns[number] | typeof leftOut>
                  aria-label={t('columns.means', { column: letters[column], name: nameOf(column) })}
                  className="list-field"
                  value={field ?? leftOut}
                  options={[
                    { value: leftOut, label: t('columns.leftOut') },
                    ...fields.map((value) => ({ value, label: t(`field.${value}`) })),
                  ]}
                  onChange={(next) =>
                    onChange(
                      columns.map((held, at) => (at !== column ? held : next === leftOut ? null : next)),
                    )
                  }
                />
              </td>
            ))}
          </tr>
          <tr>
            <th scope="col">{t('columns.row')}</th>
            {columns.map((_, column) => (
              <th scope="col" key={letters[column]}>
                {letters[column]} {nameOf(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {below.map(({ number, cells }) => (
            <tr key={number}>
              <th scope="row">{number}</th>
              {columns.map((_, column) => (
                <td key={letters[column]}>{cells[column] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
