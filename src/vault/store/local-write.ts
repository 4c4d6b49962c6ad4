import type { LocalTable } from './database.ts'

/** A change of a row that is derived or passing. */
export type LocalRowWrite = { table: LocalTable; put: object } | { table: LocalTable; remove: string }

/**
 * What is changed with a commit and kept nowhere else: a local row, or the summary of a client about whom the commit says
 * something new.
 */
export type LocalWrite = LocalRowWrite | { touched: string }
