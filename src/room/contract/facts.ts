import type { Outcome } from '../../instruments/outcome.ts'

/** How what is counted stands to the records it is counted from; facts, but for `sources` and `unreadable`. */
export interface FactCheck {
  /** Records, and people's records of a kind, that were looked at. */
  sources: number
  /** That they leave behind. */
  facts: number
  missing: number
  /** That no record leaves behind. */
  surplus: number
  /** That say something else than the records do. */
  different: number
  /** Of people who were erased since: they stay counted. */
  kept: number
  /** Of an earlier release, not put in order yet. */
  former: number
  /** Records and sheets of facts that could not be read; what they say is not judged. */
  unreadable: number
}

export interface FactsApi {
  /** Compares what is counted with what every record says, and changes nothing. Refused with NO_KEY, or UNREADABLE. */
  checkFacts(): Promise<Outcome<FactCheck>>
  /** The same, and puts right what is not; gives what was found before. Refused with NO_KEY, NOT_SAVED or READ_ONLY_WINDOW. */
  rebuildFacts(): Promise<Outcome<FactCheck>>
}
