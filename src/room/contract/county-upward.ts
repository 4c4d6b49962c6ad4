import type { Band } from '../../exchange/merge/merged-payload.ts'
import type { Outcome } from '../../instruments/outcome.ts'
import type { OutgoingFile } from './exchange.ts'
import type { TableOnShow } from './report.ts'

interface NamedUnit {
  name: string
  code: string
}

/** A period that is over and that rooms or counties have reported. */
export interface UpwardPeriod {
  period: string
  /** How many rooms' packages are here for it, those of merges included. */
  rooms: number
  /** Rooms and counties that have not reported it yet. */
  missing: NamedUnit[]
  /** Set once it was passed on: what there is of it is never changed. */
  passedOn: { at: string; sha256: string; to: NamedUnit; rooms: number; late: NamedUnit[] } | null
}

export interface UpwardOverview {
  /** The desk of the next level; null before its card was accepted. */
  next: NamedUnit | null
  /** Newest first. */
  periods: UpwardPeriod[]
}

/** A table as it leaves for the next level; a cell is null where nothing is told. */
export interface UpwardTable extends TableOnShow {
  /** How many rooms reported it. */
  rooms: number
  /** For each cell how many rooms withhold it: none, one to four, five or more. Null where none may (classes A and P). */
  withheld: Band[] | null
  /** The room that nearly all of it comes from: whoever knows that there is such a room can guess its figures. */
  nearlyAllOf: NamedUnit | null
}

/** What is to be passed on. */
export interface UpwardAsked {
  period: string
  /** Tables this desk does not pass on. */
  leaveOut: readonly string[]
}

export interface UpwardPreview {
  period: string
  tables: UpwardTable[]
  /** Tables that are reported and stay here. */
  held: { id: string; title: TableOnShow['title']; because: 'TOO_FEW_ROOMS' | 'LEFT_OUT' }[]
  rooms: NamedUnit[]
  missing: NamedUnit[]
  late: number
  next: NamedUnit | null
  /** The exact text that is signed; null until the next level's card has been accepted. */
  payload: string | null
  /** Set once it was passed on; the stored file is then the only one there will be, and this is what it says. */
  passedOn: { at: string; sha256: string } | null
}

/** What a merged package of a county below says, after every check and before it is taken in. */
export interface MergeOnShow {
  from: NamedUnit
  period: string
  sha256: string
  rooms: number
  tables: UpwardTable[]
  held: UpwardPreview['held']
  late: number
  /** Already here: taking it in again changes nothing. */
  known: boolean
}

export interface CountyUpwardApi {
  /** Rejects with NOT_THIS_KIND_OF_UNIT, LEDGER_BROKEN. */
  upwardOverview(): Promise<UpwardOverview>
  /** Adds up what would leave, changes nothing. Refused with WRONG_PERIOD (not over), NOTHING_TO_REPORT, MERGE_TOO_FEW_ROOMS. */
  previewUpward(asked: UpwardAsked): Promise<Outcome<UpwardPreview>>
  /**
   * Adds up, signs, encrypts, reads the very bytes back, keeps a copy and closes the period for the next level. Asks for the passphrase. A
   * second call gives the same bytes, whatever came meanwhile.
   */
  writeUpward(asked: UpwardAsked): Promise<Outcome<{ file: OutgoingFile; sha256: string }>>
  /** The file of a period that was passed on, as it was written. Asks for the passphrase. Refused with NOT_RELEASED. */
  storedUpward(period: string): Promise<Outcome<{ file: OutgoingFile; sha256: string }>>
  /** Says what a county's merged package holds without taking it in; the name and reason of one that is refused are kept. */
  checkMerge(file: { name: string; bytes: Uint8Array }): Promise<Outcome<MergeOnShow>>
  /** Takes it in, or refuses it like `checkMerge` and changes nothing else. */
  importMerge(file: { name: string; bytes: Uint8Array }): Promise<Outcome<MergeOnShow>>
}
