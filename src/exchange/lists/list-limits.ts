/** What a list may be at most, besides the rows of its kind; every limit is well beyond what anybody writes one for. */
export const listLimits = {
  bytes: 10_000_000,
  /** Of all that is read of a workbook, unpacked. */
  unpackedBytes: 100_000_000,
  columns: 200,
  /** Rows among which the column names are looked for. */
  headerWithin: 30,
} as const
