import type { Outcome, Refusal } from '../../instruments/outcome.ts'
import type { Questionnaire } from '../../instruments/questionnaire.ts'
import type { WordingPack } from '../../instruments/wording-pack.ts'

/**
 * Why an instrument cannot be given now. `SWITCHED_OFF`: by an administrator · `QUALIFICATION_NEEDED`: nobody, or not this
 * person, is named as trained for it · `NON_COMMERCIAL_NOT_CONFIRMED`: its terms forbid use for profit and nobody has confirmed
 * that this room makes none.
 */
export type HeldBack = 'SWITCHED_OFF' | 'QUALIFICATION_NEEDED' | 'NON_COMMERCIAL_NOT_CONFIRMED'

/** Who took something in, and when; null for what came with the program. */
export interface SignedIn {
  by: string
  at: string
}

/** One instrument, in the version that is given here. */
export interface ShelfEntry {
  questionnaire: Questionnaire
  signedIn: SignedIn | null
  /** Wordings that were added to it here. */
  wordings: { pack: WordingPack; signedIn: SignedIn }[]
  heldBack: HeldBack | null
  /** Ids of the staff named as trained for it; always empty for one that needs no training. */
  qualified: string[]
}

export interface QuestionnaireShelf {
  /** In order of id. */
  entries: ShelfEntry[]
  /** Versions that are no longer given: results scored by them are read with them. */
  earlier: Questionnaire[]
  /** What could not be used, with file, path and reason. */
  broken: Refusal[]
  nonCommercial: SignedIn | null
  /** Names of the staff mentioned, by id. */
  staffNames: Record<string, string>
}

/** Files as they were chosen: the three of a folder, or one. */
export type ImportFiles = { name: string; bytes: Uint8Array }[]

/** What a FHIR Questionnaire does not say and a person has to. Shapes as in `instrument.json`. */
export interface ImportFacts {
  /** JSON text of the parts of `instrument.json` that are given by hand; they take the place of what was read. */
  instrument: Record<string, unknown>
  /** Worked examples from the publisher's manual: answers by question, and the scores they must give. */
  examples: { answers: Record<string, number>; scores: Record<string, number> }[]
}

/** What an import would add, checked and scored on its own vectors; nothing is stored. */
export type ImportOnTrial =
  | {
      kind: 'instrument'
      source: 'folder' | 'file' | 'fhir'
      questionnaire: Questionnaire
      /** The version given here now that this one would replace; null for a new instrument. */
      replaces: string | null
      /** Parts of a FHIR file that were left out because they are not understood, by path. */
      notUnderstood: Refusal[]
      /** How many worked examples it was scored on, all right. */
      vectors: number
    }
  | {
      kind: 'wording'
      pack: WordingPack
      /** The instrument as it would be with this wording. */
      questionnaire: Questionnaire
    }

export interface LibraryApi {
  questionnaires(): Promise<QuestionnaireShelf>
  /** Administrators only. Offers an instrument or not, and names who is trained for it. */
  offerInstrument(input: {
    instrument: string
    offered: boolean
    qualified: string[]
  }): Promise<Outcome<null>>
  /** Administrators only. Confirms that this room makes no profit from using instruments. */
  confirmNonCommercial(): Promise<Outcome<null>>
  /** Reads files and says what they would add. Every fault of every file is given; nothing is stored. */
  tryImport(input: {
    files: ImportFiles
    facts: ImportFacts | null
  }): Promise<Outcome<ImportOnTrial, Refusal[]>>
  /** Administrators only. Signs the same into this room's set. */
  signInImport(input: {
    files: ImportFiles
    facts: ImportFacts | null
  }): Promise<Outcome<ImportOnTrial, Refusal[]>>
}
