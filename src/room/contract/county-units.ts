import type { PlannedUnit } from '../../county/units/apply-unit-rows.ts'
import type { UnitEntry } from '../../county/units/change-unit.ts'
import type { UnitRowFault } from '../../county/units/read-unit-row.ts'
import type { Unit, UnitKey } from '../../county/units/unit.ts'
import type { Outcome } from '../../instruments/outcome.ts'
import type { OutgoingFile } from './exchange.ts'

export type { Unit, UnitEntry, UnitKey }

/** A unit as it is today, and what belongs to it. */
export interface UnitOnShow {
  unit: Unit
  /** Of a room whose card is accepted and whose key counts. */
  fingerprint: string | null
  /** Rooms under it; of a room 0. */
  rooms: number
  under: UnitOnShow[]
}

export interface CountyUnitsOnShow {
  today: string
  desk: Pick<Unit, 'level' | 'code' | 'name'>
  /** Who belongs to whom today. */
  tree: UnitOnShow[]
  /** Units that are no more, or begin later; each as it was or will be first. */
  others: Unit[]
  /** Units that could not be read; shown, never left out in silence. */
  unreadable: number
}

/** One unit with all that it was, the newest first. */
export interface UnitHistory {
  today: string
  /** What it is today; what it was last or will be first when it is not. */
  unit: Unit
  parent: string | null
  versions: Unit[]
  fingerprint: string | null
  /** What it reported, the newest first; `onTime` by the day the report came. */
  reports: { period: string; seq: number; received: string; due: string; onTime: boolean }[]
}

/** A row of a list that cannot be taken; columns by their letters, as the spreadsheet program names them. */
interface FaultyRow {
  row: number
  faults: (Pick<UnitRowFault, 'field' | 'code'> & { column: string | null })[]
}

/** What would come of a list of units. */
export interface UnitListOnShow {
  added: PlannedUnit[]
  changed: PlannedUnit[]
  same: number
  faulty: FaultyRow[]
}

/** The county's units: who belongs to whom from when, whom to call, and who is to report how often. */
export interface CountyUnitsApi {
  countyUnits(): Promise<CountyUnitsOnShow>
  /** Rejects with NOT_FOUND. */
  countyUnit(key: UnitKey): Promise<UnitHistory>
  /** Says what a unit is from a day on. Refused with UNIT_INVALID, or with what `unitFaults` finds. */
  enterUnit(entry: UnitEntry): Promise<Outcome<'entered'>>
  /**
   * Ends a unit from a day on; on or before its first day it never was. Refused with UNIT_HAS_UNITS while others belong to it, and with
   * UNIT_HAS_CARD when a room would be gone whose card is accepted.
   */
  endUnit(input: UnitKey & { from: string }): Promise<Outcome<'ended'>>
  /** Reads a list and holds it; nothing is changed. Refused as `planUnitList` is. */
  checkUnitList(file: { name: string; bytes: Uint8Array }): Promise<Outcome<UnitListOnShow>>
  /** Enters what the list held says, but for its faulty rows. Refused with LIST_NOT_OPEN, UNIT_LIST_OUTDATED, UNIT_LIST_NOTHING. */
  takeUnitList(): Promise<Outcome<{ added: number; changed: number }>>
  /** A list to fill in. */
  unitListSample(language: 'zh-CN' | 'en'): Promise<Outcome<{ file: OutgoingFile }>>
}
