import type { TableCell, TableSet } from '../../../src/disclosure/table-set.ts'

/** A table of two dimensions with all its totals, from its inner counts. */
export function crossTable(
  counts: Record<string, Record<string, number>>,
  policy: TableSet['policy'],
  [across, down]: [string, string] = ['region', 'sex'],
): TableSet {
  const rows = Object.keys(counts)
  const columns = Object.keys(Object.values(counts)[0] ?? {})
  const cells = new Map<string, TableCell>()
  const add = (at: TableCell['at'], n: number): void => {
    const key = JSON.stringify(at)
    cells.set(key, { at, n: (cells.get(key)?.n ?? 0) + n })
  }
  for (const row of rows)
    for (const column of columns) {
      const n = counts[row]?.[column] ?? 0
      add({ [across]: row, [down]: column }, n)
      add({ [across]: row }, n)
      add({ [down]: column }, n)
      add({}, n)
    }
  return {
    dims: { [across]: { sums: [['_T', ...rows]] }, [down]: { sums: [['_T', ...columns]] } },
    cells: [...cells.values()],
    policy,
  }
}

/** O2 of disclosure.md: sdcTable's microdata1, 100 persons by region and sex. */
export const sdcTable = (k: number): TableSet =>
  crossTable(
    {
      A: { male: 18, female: 2 },
      B: { male: 14, female: 19 },
      C: { male: 12, female: 10 },
      D: { male: 11, female: 14 },
    },
    { k, zeros: 'withheld' },
  )

/** O3: the first batch example of τ-ARGUS, in which 137 is the count to protect. */
export const tauArgus = (): TableSet =>
  crossTable(
    {
      A: { male: 895, female: 137 },
      B: { male: 753, female: 973 },
      C: { male: 569, female: 486 },
      D: { male: 540, female: 793 },
    },
    { k: 138, zeros: 'withheld' },
  )

/** O4: eight regions added up by county and by size; each table is safe alone. */
export const linkedRegions = (): TableSet => {
  const counts: Record<string, number> = { A: 2, B: 2, I: 8, J: 8, K: 3, L: 3, M: 3, N: 7 }
  const sums = [
    ['_T', 'county-1', 'county-2'],
    ['county-1', 'A', 'B', 'I', 'J'],
    ['county-2', 'K', 'L', 'M', 'N'],
    ['_T', 'small', 'big'],
    ['big', 'L', 'M'],
    ['small', 'A', 'B', 'I', 'J', 'K', 'N'],
  ]
  const codes = new Set(sums.flat())
  const countOf = (code: string): number =>
    counts[code] ??
    (sums.find(([total]) => total === code) ?? []).slice(1).reduce((sum, part) => sum + countOf(part), 0)
  return {
    dims: { region: { sums } },
    cells: [...codes].map((code) => ({ at: code === '_T' ? {} : { region: code }, n: countOf(code) })),
    policy: { k: 4, zeros: 'withheld' },
  }
}
