import type { Language } from '../../casework/records/values.ts'
import type { Role, StaffMember } from '../../casework/staff/staff.ts'
import type { UnitProfile } from '../../casework/unit/unit-profile.ts'
import type { Outcome } from '../../instruments/outcome.ts'
import type { RecordsLoss } from './recovery.ts'

/** What came from the client's page and is still sealed. */
interface SealedAnswers {
  /** Answers that wait for a member of staff who can open them. */
  waitingAnswers: number
  /**
   * Answers that were looked at and could not be used (damaged, or of no question that was asked); they are kept. Null when
   * the place where the client's page leaves its answers cannot be read at all.
   */
  unusableAnswers: number | null
}

/** Where this installation stands; the window shows one screen for each. */
export type Phase =
  | { phase: 'new' }
  /** A newer release made what is stored; this one changes nothing of it. */
  | { phase: 'newer' }
  | {
      phase: 'recovery'
      loss: RecordsLoss
      /** How many saves the copy outside of the browser's records has; 0 when it has none. */
      copiedSaves: number
      /** The disk is so full that the browser may not be able to open records that are whole: room has to be made first. */
      diskFull: boolean
    }
  | ({
      phase: 'locked'
      unit: { kind: UnitProfile['kind']; name: string }
      /** The language chosen here last. */
      language: Language
      /** Who can sign in here. */
      staff: { id: string; name: string }[]
      recoverySheet: SheetInUse
      /** A client has not finished on the client's page; it can be returned to. */
      clientModeOpen: boolean
      /** The demonstration guards nothing, so its passphrase may be shown; null everywhere else. */
      demoPassphrase: string | null
    } & SealedAnswers)
  | ({ phase: 'open'; unit: UnitProfile; me: StaffMember } & SealedAnswers)

/** The recovery sheet that opens this unit: which one it is, and the code on each of its papers. */
export interface SheetInUse {
  sheet: number
  code: string
  /** Two papers, both of which are needed. */
  halves: boolean
}

/** A sheet that was drawn and stands nowhere but on the screen: on one paper, or on two. */
export interface DrawnSheet extends SheetInUse {
  papers: { words: string[] }[]
}

/** A word of a sheet: which paper and which word on it, both counted from 0. */
export interface SheetPlace {
  paper: number
  position: number
}

export interface ConfirmedWord extends SheetPlace {
  word: string
}

/** Five words that can be typed with any keyboard, and what they mean where they are spelled in pinyin. */
export interface SuggestedPassphrase {
  passphrase: string
  meaning: string | null
}

/** Strength 0 (weakest) to 4; `hint` is a stable code, null when there is nothing to say. */
export interface PassphraseStrength {
  score: 0 | 1 | 2 | 3 | 4
  acceptable: boolean
  hint: string | null
}

export interface SetUp {
  kind: 'room' | 'county'
  unitName: string
  /** 9 digits for a room, 6 for a county desk. */
  unitCode: string
  /** Clients seen last year, 0 for a new room: decides how fine the published tables may be. */
  clientsLastYear: number
  staffName: string
  passphrase: string
  language: Language
  /** Words typed back from the drawn sheet. */
  confirmedWords: ConfirmedWord[]
}

/** Kinds of action before which the person signed in types their passphrase again; each asks for its own. */
export type GuardedAction = 'export' | 'staff' | 'policy' | 'recovery' | 'erase' | 'restore'

export interface AccessApi {
  phase(): Promise<Phase>
  /** `known`: names and codes here, which nobody has to guess. */
  passphraseStrength(passphrase: string, known: string[]): Promise<PassphraseStrength>
  suggestPassphrase(language: Language): Promise<SuggestedPassphrase>
  /** How long this person has to wait after wrong passphrases, in ms; 0 when they need not. */
  passphraseWait(staffId: string): Promise<number>
  /** Draws the recovery sheet that the next `setUp` will use: on two papers or one, kept in the worker until then. */
  drawRecoverySheet(language: Language, halves: boolean): Promise<DrawnSheet>
  /** Draws the sheet after the one in use, for `recover` or `replaceRecoverySheet`. Rejects with NO_VAULT. */
  drawNextRecoverySheet(language: Language, halves: boolean): Promise<DrawnSheet>
  /** Which words of the drawn sheet have to be typed back. */
  wordsToConfirm(): Promise<SheetPlace[]>
  /** Which of these are not words of a sheet, by place from 0, and whether they make a whole paper without a slip. */
  checkRecoveryWords(words: string[]): Promise<{ unknown: number[]; complete: boolean }>
  /** Makes the vault and opens it. Nothing is stored when it is refused. */
  setUp(input: SetUp): Promise<Outcome<null>>
  /**
   * Fills a synthetic room and county and opens them; gives the demonstration's passphrase. Refused with VAULT_EXISTS where
   * a real unit was set up.
   */
  tryDemo(language: Language): Promise<Outcome<{ passphrase: string }>>
  /** Also seals grants that waited for this person's keys and opens what clients answered. */
  unlock(staffId: string, passphrase: string): Promise<Outcome<null>>
  /** Whether the papers that were typed, one or two, open this unit; changes nothing. Refused as `recover` is. */
  checkRecoverySheet(words: string[]): Promise<Outcome<null>>
  /**
   * Opens with the recovery sheet under a new passphrase. The sheet is used up by it: the one drawn with
   * `drawNextRecoverySheet`, and confirmed, takes its place.
   */
  recover(input: {
    words: string[]
    staffId: string
    newPassphrase: string
    confirmedWords: ConfirmedWord[]
  }): Promise<Outcome<null>>
  /** The sheet in use, and for how many kinds of records the keys have still to be put on it by colleagues who hold them. */
  recoverySheet(): Promise<SheetInUse & { waiting: number }>
  /** The drawn and confirmed sheet takes the place of the one in use. For administrators. */
  replaceRecoverySheet(confirmedWords: ConfirmedWord[]): Promise<Outcome<null>>
  changePassphrase(current: string, next: string): Promise<Outcome<null>>
  /**
   * The person signed in shows that it is them, for one kind of action and two minutes at most. Commands of that kind are
   * refused with PASSPHRASE_NEEDED before, the kind in `at`. Refused as `unlock` is for a wrong passphrase.
   */
  confirmMe(passphrase: string, action: GuardedAction): Promise<Outcome<null>>
  /** Keeps the language that was chosen, for the lock screen too. */
  keepLanguage(language: Language): Promise<void>
  listStaff(): Promise<StaffMember[]>
  addStaff(input: { name: string; roles: Role[]; passphrase: string }): Promise<Outcome<{ id: string }>>
}
