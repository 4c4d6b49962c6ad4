import type { Session } from './session.ts'

/** Names of everybody who signs in here, by id. */
export const staffNames = ({ vault }: Session): Record<string, string> =>
  Object.fromEntries(vault.listStaff().map(({ id, name }) => [id, name]))
