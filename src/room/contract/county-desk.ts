import type { Outcome } from '../../instruments/outcome.ts'
import type { CountyBoardApi } from './county-board.ts'
import type { CountyCampaignsApi } from './county-campaigns.ts'
import type { CountyFiguresApi } from './county-figures.ts'
import type { CountyReviewApi } from './county-review.ts'
import type { CountyUnitsApi } from './county-units.ts'
import type { CountyUpwardApi } from './county-upward.ts'
import type { OutgoingFile } from './exchange.ts'
import type { TableOnShow } from './report.ts'

/** A package that came before those written before it. */
export interface WaitingPackage {
  unit: { name: string; code: string }
  period: string
  seq: number
  at: string
  /** Numbers of the packages it waits for. */
  missing: number[]
  /** Why it will not be taken in when they come; null while it will. */
  because: string | null
}

/** A package as it came. */
export interface ReceivedFile {
  period: string
  seq: number
  file: OutgoingFile
}

/** A table of the plan that figures can be asked of. */
export interface CountyTable extends Pick<TableOnShow, 'id' | 'title' | 'unit' | 'dims'> {
  /** How rooms publish it. */
  period: 'month' | 'quarter'
  isStock: boolean
}

export interface CountyPicture {
  periods: string[]
  tables: CountyTable[]
  /** Rows: units; columns: periods. */
  reported: { unit: { name: string; code: string }; periods: string[] }[]
  waiting: WaitingPackage[]
  /** Packages that could not be read; shown, never left out in silence. */
  unreadable: number
}

export interface CountyDeskApi
  extends CountyBoardApi,
    CountyCampaignsApi,
    CountyFiguresApi,
    CountyReviewApi,
    CountyUnitsApi,
    CountyUpwardApi {
  countyPicture(): Promise<CountyPicture>
  /** How far this county has a room's packages, signed: a file to hand back to it. */
  receiptFor(unit: string): Promise<Outcome<{ file: OutgoingFile }>>
  /**
   * The very files of a room's packages that were taken in, newest first, for a room that lost its own: they open at both desks. Asks for
   * the passphrase.
   */
  packagesOf(unit: string): Promise<Outcome<{ packages: ReceivedFile[] }>>
  /** The keys of all rooms with their standing, signed: what their packages can be verified by elsewhere. */
  keyList(): Promise<Outcome<{ file: OutgoingFile }>>
  /** From today on nothing signed with the room's present key is taken; it may then be enrolled anew, face to face. */
  revokeKey(unit: string): Promise<Outcome<'revoked'>>
}
