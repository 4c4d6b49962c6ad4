import { type Refusal, refused } from '../instruments/outcome.ts'

/** Why a card or a package is not taken. Nothing is changed by a refusal. */
export const exchangeRefusals = [
  /** Over 5 MB; not looked into. */
  'PACKAGE_TOO_LARGE',
  /** Some other file. */
  'NOT_A_PACKAGE',
  /** Encrypted for somebody else, or addressed to another desk. */
  'NOT_FOR_THIS_DESK',
  /** Cut short or changed on its way. */
  'PACKAGE_DAMAGED',
  /** A signature header that says anything but what it has to. */
  'HEADER_REFUSED',
  /** Signed with a key that no accepted card holds. */
  'UNKNOWN_SENDER',
  'SIGNATURE_INVALID',
  /** Not the one plain way to write what it says: doubled keys, fractions, spaces, foreign bytes. */
  'NOT_STRICT_JSON',
  /** A field too many, too few or out of range. */
  'PAYLOAD_INVALID',
  /** Speaks for a unit that the signing card does not belong to. */
  'WRONG_UNIT',
  /** From a demonstration to a real desk, or the other way round. */
  'DEMO_REFUSED',
  /** Made by a release plan that is not in force here. */
  'UNKNOWN_PLAN',
  /** A period that has not begun, or that the plan does not cover. */
  'WRONG_PERIOD',
  /** Other tables or another number of cells than plan and profile ask for. */
  'WRONG_GRID',
  /** A count that is not a multiple of its table's rounding base. */
  'NOT_ROUNDED',
  /** A cell withheld in a table that has to show every cell. */
  'NOT_WITHHELD_HERE',
  /** The profile publishes nothing for such a period. */
  'NOTHING_TO_REPORT',
  'NOT_A_CARD',
  'CARD_INVALID',
  /** A room needs its county's card, a county the cards of its rooms. */
  'WRONG_KIND_OF_CARD',
  'NOT_OUR_COUNTY',
  /** The unit is here with another key, or the key with another unit. */
  'KEY_CHANGED',
] as const
type ExchangeRefusal = (typeof exchangeRefusals)[number]

export const refuse = (code: ExchangeRefusal, more: Omit<Refusal, 'code'> = {}) => refused(code, more)
