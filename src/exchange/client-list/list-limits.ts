/** What a list of people may be at most; every limit is well beyond what a room registers at once. */
export const listLimits = {
  bytes: 10_000_000,
  /** Of all that is read of a workbook, unpacked. */
  unpackedBytes: 100_000_000,
  people: 5_000,
  columns: 200,
  /** Rows among which the column names are looked for. */
  headerWithin: 30,
} as const
