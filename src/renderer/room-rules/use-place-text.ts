import { useTranslation } from 'react-i18next'
import { type NumberGrid, type NumberKind, numberGrids, placesIn } from './number-grids.ts'

/** What the rows and columns of a grid are called. */
export function useGridText(): {
  rowText: (grid: NumberGrid, row: string) => string
  columnText: (grid: NumberGrid, column: string) => string
} {
  const { t } = useTranslation('room-rules')
  const { t: tClients } = useTranslation('clients')
  return {
    rowText: ({ key }, row) => (key === 'tiers' ? tClients(`tier.${row}`) : t(`grid.${key}.row.${row}`)),
    columnText: ({ key }, column) => t(`grid.${key}.column.${column}`),
  }
}

/** What a number is called, with the grid it stands in; null for numbers that are not on show. */
export function usePlaceText(): (kind: NumberKind, place: readonly string[]) => string | null {
  const { t } = useTranslation('room-rules')
  const { rowText, columnText } = useGridText()
  return (kind, place) => {
    const grids: NumberGrid[] = numberGrids[kind]
    const grid = grids.find((one) => placesIn(one).some((known) => known.join() === place.join()))
    if (grid === undefined) return null
    const [row = '', column] = place.slice(grid.path.length)
    return [
      ...(grid.columns.length === 0 ? [] : [t(`grid.${grid.key}.title`)]),
      rowText(grid, row),
      ...(column === undefined ? [] : [columnText(grid, column)]),
    ].join(' · ')
  }
}
