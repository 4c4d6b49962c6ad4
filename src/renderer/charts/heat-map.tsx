import './heat-map.css'

/** At most so much of the accent goes into a cell, so that its number stays readable by day and by night. */
const strongest = 45

/**
 * Counts over two dimensions, each cell the darker the more there is: a table, so that every number can be read, heard and
 * reached. `cells` are rows of columns, as the labels stand; null where nothing came, which `none` says in words.
 */
export function HeatMap({
  caption,
  corner,
  rows,
  columns,
  cells,
  none = '',
}: {
  caption: string
  /** What rows and columns are. */
  corner: string
  rows: readonly string[]
  columns: readonly string[]
  cells: readonly (readonly (number | null)[])[]
  none?: string
}) {
  const most = Math.max(1, ...cells.flat().map((count) => count ?? 0))
  return (
    <div className="heat-map">
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {columns.map((column, at) => {
                const count = cells[place]?.[at] ?? null
                const share = `${Math.round(((count ?? 0) / most) * strongest)}%`
                return (
                  <td
                    key={column}
                    className={count === 0 || count === null ? 'heat-map-none' : undefined}
                    style={{ background: `color-mix(in srgb, var(--accent) ${share}, var(--paper))` }}
                  >
                    {count ?? (
                      <>
                        <span aria-hidden>–</span>
                        <span className="visually-hidden">{none}</span>
                      </>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
