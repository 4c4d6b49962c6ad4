/**
 * What is to be done about a file in quarantine. `enrol`: accept the sender's card · `plan`: bring both sides to one version · `wait`:
 * until its day has come · `call`: call the room, and revoke its key if it did not write this · `renew`: have it written with the
 * present key · `again`: have it sent or written once more · `elsewhere`: it is for another desk or none ·
 * `counted`: its period is here already, in a merged package of the county.
 */
export type WayOut = 'enrol' | 'plan' | 'wait' | 'call' | 'renew' | 'again' | 'elsewhere' | 'counted'

const ways: Record<string, WayOut> = {
  UNKNOWN_SENDER: 'enrol',
  UNKNOWN_PLAN: 'plan',
  WRONG_PERIOD: 'wait',
  CHAIN_FORKED: 'call',
  ALREADY_REPORTED: 'call',
  SIGNATURE_INVALID: 'call',
  WRONG_UNIT: 'call',
  KEY_REVOKED: 'renew',
  KEY_EXPIRED: 'renew',
  NOT_FOR_THIS_DESK: 'elsewhere',
  NOT_A_PACKAGE: 'elsewhere',
  PACKAGE_TOO_LARGE: 'elsewhere',
  HEADER_REFUSED: 'elsewhere',
  DEMO_REFUSED: 'elsewhere',
  MERGE_ROOM_TWICE: 'counted',
}

export const wayOutOf = (code: string): WayOut => ways[code] ?? 'again'

/** May it be taken in some day as it is? */
export const canBeTriedAgain = (code: string): boolean => ['enrol', 'plan', 'wait'].includes(wayOutOf(code))

/** Somebody else may be writing in a room's name. */
export const isAlarming = (code: string): boolean => ['CHAIN_FORKED', 'SIGNATURE_INVALID'].includes(code)
