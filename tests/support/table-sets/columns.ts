import { readTableSet, type TableCell, type TableSet } from '../../../src/disclosure/table-set.ts'

/** A table set with one dimension: counts by code, those in `withheld` kept back. */
export const oneDimension = (
  sums: string[][],
  counts: Record<string, number>,
  withheld: readonly string[],
  policy: TableSet['policy'],
): TableSet =>
  readTableSet({
    dims: { region: { sums } },
    cells: Object.entries(counts).map(([code, n]) => ({
      at: code === '_T' ? {} : { region: code },
      n,
      ...(withheld.includes(code) && { withheld: true }),
    })),
    policy,
  })

/** Two flat dimensions, margins added up from the inner counts; `withheld` names cells as `row column`, `_T` for a total. */
export const twoDimensions = (
  rows: Record<string, number[]>,
  columns: readonly string[],
  withheld: readonly string[],
  policy: TableSet['policy'],
): TableSet => {
  const names = Object.keys(rows)
  const inner = (row: string, column: string): number =>
    (row === '_T' ? names : [row])
      .flatMap((name) =>
        column === '_T' ? (rows[name] ?? []) : [rows[name]?.[columns.indexOf(column)] ?? 0],
      )
      .reduce((sum, count) => sum + count, 0)
  const cells: TableCell[] = ['_T', ...names].flatMap((row) =>
    ['_T', ...columns].map((column) => ({
      at: { row, column },
      n: inner(row, column),
      ...(withheld.includes(`${row} ${column}`) && { withheld: true as const }),
    })),
  )
  return readTableSet({
    dims: { row: { sums: [['_T', ...names]] }, column: { sums: [['_T', ...columns]] } },
    cells,
    policy,
  })
}
