import { VaultError } from '../errors.ts'

/** What IndexedDB says where its files are damaged, by the name of the error. */
const said = ['UnknownError', 'AbortError', 'DataError', 'InvalidStateError', 'NotReadableError']

/** Whether the browser could not give what it had stored. */
export const isUnreadable = (problem: unknown): boolean =>
  problem instanceof VaultError
    ? problem.code === 'UNREADABLE'
    : problem instanceof Error && said.includes(problem.name)

/** A stored row as it was read. Throws UNREADABLE for the nothing that Chromium gives for one it has lost. */
export const readable =
  (table: string) =>
  <Row>(row: Row): Row => {
    if (row === null) throw new VaultError('UNREADABLE', { at: table })
    return row
  }
