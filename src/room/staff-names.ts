import type { Session } from './session.ts'

/** Names of everybody who works here or once did, by id. */
export const staffNames = ({ vault }: Session): Record<string, string> => vault.staffing.names()
