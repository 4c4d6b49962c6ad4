/** A number in [0, 1) that only the holder of a key can foretell, always the same for the same message. */
export type KeyedDraw = (message: string) => Promise<number>

/** Inner cells of one table, about to be rounded. */
export interface AdditiveTable {
  id: string
  /** Counts, whole and not negative, in grid order. */
  cells: readonly number[]
  /** For each cell a digest of who is in it. */
  members: readonly string[]
  /** Null for a stock: what has not changed is not rounded afresh in the next period. */
  period: string | null
  base: number
}

/**
 * Class A protection: every inner cell is rounded up or down to a multiple of the base, without bias, so that the sums
 * of many tables stay right; totals are sums of rounded cells. The draw is keyed by table, cell, period and members: the same
 * content always rounds the same, and asking again averages nothing out. A true count lies within base − 1 of the rounded one.
 */
export const roundAdditively = (
  { id, cells, members, period, base }: AdditiveTable,
  draw: KeyedDraw,
): Promise<number[]> =>
  Promise.all(
    cells.map(async (count, cell) =>
      count % base === 0
        ? count
        : roundToBase(count, base, await draw(JSON.stringify([id, cell, period, members[cell] ?? null]))),
    ),
  )

/** Up with a chance of (count mod base) ÷ base, else down: the expected value is the count. */
export function roundToBase(count: number, base: number, draw: number): number {
  const remainder = count % base
  return count - remainder + (draw * base < remainder ? base : 0)
}
