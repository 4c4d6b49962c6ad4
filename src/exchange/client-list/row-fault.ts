import { cellFlaws } from '../lists/list-table.ts'
import type { FaultIn } from '../lists/row-cells.ts'
import type { ListField } from './list-field.ts'

/** Why a row cannot be taken as it stands. */
export const rowFaultCodes = [
  ...cellFlaws,
  /** Stands in several cells made one, so that nobody knows whose it is. */
  'MERGED_CELLS',
  /** More cells than there are columns: a comma too many. */
  'ROW_TOO_LONG',
  'NAME_MISSING',
  /** `合计` and the like: a line that sums up is nobody. */
  'NAME_OF_NOBODY',
  'NOT_TEXT',
  'TEXT_TOO_LONG',
  /** Characters that cannot be seen, or that took the place of lost ones. */
  'TEXT_DAMAGED',
  'NOT_A_DATE',
  'DATE_INCOMPLETE',
  'DATE_AMBIGUOUS',
  'DATE_IMPOSSIBLE',
  'BIRTH_DATE_IN_FUTURE',
  /** Before 1900. */
  'BIRTH_DATE_TOO_EARLY',
  'ID_NUMBER_DIGITS_LOST',
  'ID_NUMBER_LENGTH',
  'ID_NUMBER_CHECKSUM',
  'ID_NUMBER_DATE',
  /** The ID number tells another birth date, another sex. */
  'BIRTH_DATE_DIFFERS',
  'SEX_DIFFERS',
  'SEX_UNCLEAR',
  'TOWNSHIP_UNKNOWN',
  'PHONE_UNCLEAR',
  /** Became a rounded number on its way: `1.38E+10`. */
  'PHONE_DIGITS_LOST',
  'TAG_UNKNOWN',
  'TOO_MANY_TAGS',
  'GUARDIAN_NAME_MISSING',
  'RELATION_UNCLEAR',
] as const
export type RowFaultCode = (typeof rowFaultCodes)[number]

/** One thing that is wrong in a row, and where. */
export type RowFault = FaultIn<ListField, RowFaultCode>
