import type { VerifiedPackage } from '../../../exchange/read-package.ts'
import type { Queries } from '../../store/store.ts'
import type { Judgement } from '../judge-package.ts'

/** A package in order in itself, before its place is judged. */
export interface StagedPackage {
  name: string
  bytes: Uint8Array
  /** SHA-256 of the file, envelope and all. */
  fileSha256: string
  verified: VerifiedPackage
  /** The day it came, `YYYY-MM-DD`. */
  received: string
  /** It came earlier, and has waited here for those before it. */
  waited: boolean
}

/** A file that is not taken in, and why. */
export interface RefusedFile {
  name: string
  /** Of its bytes; of its name and the reason where it was not read. */
  fileSha256: string
  /** Null when it was not read. */
  bytes: Uint8Array | null
  code: string
  /** Whose key it names, or who wrote it; null when that is no unit of this desk. */
  unit: string | null
  period: string | null
  seq: number | null
  received: string
}

/** A file that waits here: it came before those that were written before it. */
export interface WaitingFile {
  name: string
  bytes: Uint8Array
  received: string
}

/** Where a desk keeps what it takes in, what waits and what it refuses. All three may be asked for twice with the same. */
export interface Keeping {
  /** The desk's code. */
  county: string
  /** How many packages are saved together at most. */
  atOnce: number
  /** What is there. */
  queries(): Promise<Queries>
  /** Saves them, judged one after the other; all of them or, when it throws, none. */
  take(packages: readonly StagedPackage[]): Promise<Judgement[]>
  /** Keeps a package until those before it have come. */
  hold(waiting: StagedPackage): Promise<void>
  refuse(file: RefusedFile): Promise<void>
  /** What waits from these units. */
  waiting(units: ReadonlySet<string>): AsyncIterable<WaitingFile>
}
