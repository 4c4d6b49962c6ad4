import type { Role, StaffMember } from '../../casework/staff.ts'
import type { UnitProfile } from '../../casework/unit-profile.ts'
import type { Language } from '../../casework/values.ts'
import type { Outcome } from '../../instruments/outcome.ts'

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
  | ({
      phase: 'locked'
      unit: { kind: UnitProfile['kind']; name: string }
      /** The language chosen here last. */
      language: Language
      /** Who can sign in here. */
      staff: { id: string; name: string }[]
      /** A client has not finished on the client's page; it can be returned to. */
      clientModeOpen: boolean
      /** The demonstration guards nothing, so its passphrase may be shown; null everywhere else. */
      demoPassphrase: string | null
    } & SealedAnswers)
  | ({ phase: 'open'; unit: UnitProfile; me: StaffMember } & SealedAnswers)

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
  /** Words typed back from the sheet, by position counted from 0. */
  confirmedWords: { position: number; word: string }[]
}

export interface AccessApi {
  phase(): Promise<Phase>
  passphraseStrength(passphrase: string): Promise<PassphraseStrength>
  /** Draws the recovery sheet that the next `setUp` will use: 24 words, kept in the worker until then. */
  drawRecoverySheet(language: Language): Promise<string[]>
  /** Which words of the drawn sheet have to be typed back, by position counted from 0. */
  wordsToConfirm(): Promise<number[]>
  /** Makes the vault and opens it. Nothing is stored when it is refused. */
  setUp(input: SetUp): Promise<Outcome<null>>
  /**
   * Fills a synthetic room and county and opens them; gives the demonstration's passphrase. Refused with VAULT_EXISTS where
   * a real unit was set up.
   */
  tryDemo(language: Language): Promise<Outcome<{ passphrase: string }>>
  /** Also seals grants that waited for this person's keys and opens what clients answered. */
  unlock(staffId: string, passphrase: string): Promise<Outcome<null>>
  recover(input: { words: string[]; staffId: string; newPassphrase: string }): Promise<Outcome<null>>
  /** Keeps the language that was chosen, for the lock screen too. */
  keepLanguage(language: Language): Promise<void>
  listStaff(): Promise<StaffMember[]>
  addStaff(input: { name: string; roles: Role[]; passphrase: string }): Promise<Outcome<{ id: string }>>
}
