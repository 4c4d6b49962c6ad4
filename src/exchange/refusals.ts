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
  /** Signed with a key that was revoked. */
  'KEY_REVOKED',
  /** Signed with a key that the unit had already replaced. */
  'KEY_EXPIRED',
  'SIGNATURE_INVALID',
  /** Bytes that are no text. */
  'JSON_NOT_UTF8',
  /** A byte order mark before the text. */
  'JSON_BOM',
  /** Nested deeper than any file of ours. */
  'JSON_TOO_DEEP',
  /** More keys or values than any file of ours. */
  'JSON_TOO_LARGE',
  /** One key twice: readers would differ on which holds. */
  'JSON_KEY_TWICE',
  /** A key by which some readers would change their own objects. */
  'JSON_KEY_FORBIDDEN',
  /** A number with a fraction, an exponent, a sign before nought, or too long to hold. */
  'JSON_NUMBER',
  /** Something after the end. */
  'JSON_TRAILING',
  /** Not the one plain way to write what it says: spaces, needless escapes, broken off. */
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
  /** Protected by a smaller k than the plan asks for. */
  'K_TOO_LOW',
  /** Shows a count that may stand for fewer persons than k. */
  'CELL_TOO_SMALL',
  /** A total that is not, or cannot be, the sum of its parts. */
  'NOT_ADDITIVE',
  /** One cell withheld in a sum whose others are shown, or several that can only be nought: not withheld at all. */
  'WITHHELD_ALONE',
  /** Says itself that nobody tried to undo its tables before they were released. */
  'NOT_AUDITED',
  /** Its account of the attack does not fit its tables. */
  'PROTECTION_DISAGREES',
  /** The profile publishes nothing for such a period. */
  'NOTHING_TO_REPORT',
  /** One room would be counted twice. */
  'MERGE_ROOM_TWICE',
  /** Merged by this very desk: taken in, it would count itself. */
  'MERGE_OF_ITS_OWN',
  /** No table was reported by three rooms: their sums would be the rooms' own figures. */
  'MERGE_TOO_FEW_ROOMS',
  /** A merge that shows what the rule for merges holds back. */
  'MERGE_UNCOVERS',
  /** No receipt, change of keys or list of keys. */
  'NOT_A_STATEMENT',
  /** One with a field too many, too few or out of range. */
  'STATEMENT_INVALID',
  /** Counts of a campaign this county did not write. */
  'CAMPAIGN_UNKNOWN',
  /** The county has confirmed more than this room knows to have sent. */
  'RECEIPTS_AHEAD',
  /** The county confirmed another package in that place of the chain. */
  'RECEIPT_DISAGREES',
  /** The records were brought back from a backup, and the county has not said since how far it has come. */
  'RECEIPT_NEEDED',
  /** Not a package of this room to its county, or signed with a key that it has not any more. */
  'RETURNED_FOREIGN',
  /** One that was cut short or changed. */
  'RETURNED_DAMAGED',
  /** Of the packages that are missing here, not all were given that the county confirmed. */
  'RETURNED_GAP',
  /** A package of this room that does not follow from those it has. */
  'RETURNED_FORKED',
  /** One that no receipt of the county speaks of. */
  'RETURNED_UNCONFIRMED',
  /** Nothing is given that is missing here. */
  'RETURNED_KNOWN',
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
