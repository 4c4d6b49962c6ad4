/** Why a file is not taken as a list. Nothing is changed by a refusal. */
export const listRefusals = [
  'LIST_EMPTY',
  /** Over 10 MB; not looked into. */
  'LIST_TOO_LARGE',
  /** Small, but would unpack to more than any list is. */
  'LIST_UNPACKS_TOO_LARGE',
  /** Neither a workbook nor text in columns. */
  'LIST_WRONG_TYPE',
  /** `.xls` or `.et`; to be saved as `.xlsx`. */
  'LIST_OLD_EXCEL',
  /** Needs a password. */
  'LIST_LOCKED',
  /** Cut short, changed on its way, or made by no spreadsheet program. */
  'LIST_DAMAGED',
  /** Text in an encoding that cannot be told: to be saved as `.xlsx`. */
  'LIST_ENCODING_UNKNOWN',
  /** A quotation mark in a text file that nothing closes rightly; `at` is the row it was noticed in. */
  'LIST_QUOTES_BROKEN',
  'LIST_TOO_MANY_ROWS',
  'LIST_TOO_MANY_COLUMNS',
] as const
export type ListRefusal = (typeof listRefusals)[number]

/** Thrown while a file is read; `readList` returns it as a refusal. */
export class ListError extends Error {
  readonly code: ListRefusal
  /** Part of the workbook, or row. */
  readonly at: string | null

  constructor(code: ListRefusal, at: string | null = null, options?: ErrorOptions) {
    super(code, options)
    this.code = code
    this.at = at
  }
}
