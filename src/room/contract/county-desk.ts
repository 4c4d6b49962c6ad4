import type { Outcome } from '../../instruments/outcome.ts'
import type { CountyCampaignsApi } from './county-campaigns.ts'
import type { CountyFiguresApi } from './county-figures.ts'
import type { CountyReviewApi } from './county-review.ts'
import type { CountyUpwardApi } from './county-upward.ts'
import type { OutgoingFile } from './exchange.ts'
import type { TableOnShow } from './report.ts'

/** What a package says, after every check and before it is taken in. */
export interface PackageOnShow {
  from: { name: string; code: string }
  period: string
  seq: number
  sha256: string
  tables: TableOnShow[]
  /** Already here: taking it in again changes nothing. */
  known: boolean
  /** Tables that count a hundred times what the room last reported: worth a call before it is taken in. */
  unusual: string[]
}

/** A file that was refused, kept with its reason; `code` chooses the sentence. */
export interface RefusedFile {
  name: string
  code: string
  at: string
}

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
  refused: RefusedFile[]
  waiting: WaitingPackage[]
  /** Packages and refused files that could not be read; shown, never left out in silence. */
  unreadable: number
}

export interface CountyDeskApi
  extends CountyCampaignsApi,
    CountyFiguresApi,
    CountyReviewApi,
    CountyUpwardApi {
  countyPicture(): Promise<CountyPicture>
  /**
   * Says what a package holds without taking it in; one that is refused is kept in the list with its reason, one that came before
   * those before it (CHAIN_GAP) is kept whole, and taken in once they are.
   */
  checkPackage(file: { name: string; bytes: Uint8Array }): Promise<Outcome<PackageOnShow>>
  /** Takes the package in, or refuses it like `checkPackage` and changes nothing else. */
  importPackage(file: { name: string; bytes: Uint8Array }): Promise<Outcome<PackageOnShow>>
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
