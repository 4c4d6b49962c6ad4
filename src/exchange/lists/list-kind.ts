/** What lists of one kind tell, and how long one may be. `Field`: what a column may tell. */
export interface ListKind<Field extends string> {
  /** What such lists call their columns, in whatever languages; only names that mean one thing. */
  names: Readonly<Record<Field, readonly string[]>>
  /** Rows below the column names. */
  atMost: number
}
