import type { Outcome } from '../../instruments/outcome.ts'

/** Where this window stands beside others that have the same vault open. */
export interface WindowStanding {
  /** Rises with every change of what stands here. */
  tick: number
  /**
   * `writes`: what is saved here is saved. `reads`: another window writes; this one follows it and writes as soon as that one
   * is closed or locked. `leaves`: this window has to lock now.
   */
  part: 'writes' | 'reads' | 'leaves'
  /** Who writes instead, and since when (ISO 8601), as far as that window said. */
  writer: { name: string; since: string } | null
  /** Rises when another window changed something: what is on show has to be read again. */
  changes: number
  /**
   * Since when what was to be saved could not be; `mended` when writing works again but it has not been saved since. Null
   * while everything is saved.
   */
  unsaved: { since: string; mended: boolean } | null
  /** Counting the rows showed that some do not fit: nothing is saved before that is settled. */
  misfit: boolean
  /** Bytes left to write to, once they are few; `stopped` when nothing new is begun any more. */
  lowSpace: { left: number; stopped: boolean } | null
}

export interface WindowsApi {
  /** Where this window stands; waits while its tick is `known`. */
  windowStanding(known: number): Promise<WindowStanding>
  /** Tries whether writing works again. Refused with NOT_SAVED. It is also tried now and then without being asked. */
  trySavingAgain(): Promise<Outcome<null>>
}
