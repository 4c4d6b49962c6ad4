/** A value that goes into a statement; bytes are for `bytea`, lists for `integer[]` and `text[]`. */
export type Parameter = string | number | Uint8Array | readonly (number | null)[] | readonly string[] | null

/** One connection to the county's figures. */
export interface Queries {
  /**
   * `Row` names the columns that the statement gives. Whole numbers come as numbers only when cast to `integer` or `float8`:
   * engines differ in how they give a `bigint`.
   */
  query<Row>(statement: string, parameters?: readonly Parameter[]): Promise<Row[]>
}

/** The county's store, whichever engine holds it: it can always be rebuilt from the package files. */
export interface Store extends Queries {
  /** All of it or nothing: what `work` throws undoes everything it did. */
  transaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}
