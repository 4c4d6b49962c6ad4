type Counts = readonly (readonly number[])[]
interface Place {
  row: number
  column: number
}

/**
 * The cells of a table that are not shown: those under `fewest`, and as many others as it takes that somebody who knows the total
 * of every row and column cannot tell more about a small cell than those totals tell anyway, nor work out any other.
 */
export const withheldCells = (counts: Counts, fewest: number): boolean[][] => {
  const hidden = counts.map((row) => row.map((count) => count < fewest))
  const places = counts.flatMap((line, row) => line.map((_, column): Place => ({ row, column })))
  const isHidden = ({ row, column }: Place) => hidden[row]?.[column] === true
  for (;;) {
    const betrayed = places.find((place) => isHidden(place) && isBetrayed(counts, hidden, place, fewest))
    if (betrayed === undefined) return hidden
    const shown = places.filter((place) => !isHidden(place)).toSorted((a, b) => at(counts, a) - at(counts, b))
    const next =
      shown.find(({ row, column }) => row === betrayed.row || column === betrayed.column) ?? shown[0]
    const line = next && hidden[next.row]
    if (!line) return hidden
    line[next.column] = true
  }
}

const at = (counts: Counts, { row, column }: Place): number => counts[row]?.[column] ?? 0
const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0)

const isBetrayed = (counts: Counts, hidden: readonly boolean[][], place: Place, fewest: number): boolean => {
  const count = at(counts, place)
  const inRow = total(counts[place.row] ?? [])
  const inColumn = total(counts.map((row) => row[place.column] ?? 0))
  const all = total(counts.map(total))
  // What the totals alone tell.
  const least = Math.max(0, inRow + inColumn - all)
  const most = Math.min(inRow, inColumn)
  const movesBy = (units: number, up: boolean) => canMove(counts, hidden, place, units, up)
  if (count < fewest) {
    return !movesBy(count - least, false) || !movesBy(Math.min(fewest - 1, most) - count, true)
  }
  return least < most && !movesBy(1, false) && !movesBy(1, true)
}

/**
 * Whether the count of a hidden cell could be that much higher, or lower, with other hidden cells making up for it so that every
 * total stays: one unit at a time is passed on, from a row to a column by a count that rises, and back by one that falls.
 */
const canMove = (
  counts: Counts,
  hidden: readonly boolean[][],
  place: Place,
  units: number,
  up: boolean,
): boolean => {
  const left = counts.map((row) => [...row])
  const rows = counts.length
  const [from, to] = up ? [rows + place.column, place.row] : [place.row, rows + place.column]
  for (let unit = 0; unit < units; unit += 1) {
    const before = new Map([[from, from]])
    for (const node of before.keys()) {
      if (before.has(to)) break
      for (const [row, line] of left.entries())
        for (const [column, count] of line.entries()) {
          if (hidden[row]?.[column] !== true || (row === place.row && column === place.column)) continue
          if (node === row && !before.has(rows + column)) before.set(rows + column, node)
          if (node === rows + column && count > 0 && !before.has(row)) before.set(row, node)
        }
    }
    if (!before.has(to)) return false
    for (let node = to; node !== from; ) {
      const previous = before.get(node) ?? from
      const [row, column] = node < rows ? [node, previous - rows] : [previous, node - rows]
      const line = left[row]
      if (line) line[column] = (line[column] ?? 0) + (node < rows ? -1 : 1)
      node = previous
    }
  }
  return true
}
