import type { AuditAction, AuditDetail } from '../../casework/records/audit-entry.ts'
import type { Domain } from '../../casework/records/record.ts'
import type { Outcome } from '../../instruments/outcome.ts'
import type { OutgoingFile } from './exchange.ts'

/** One line of the trail. Clients have no name here: `object` stands for one, and for the same one everywhere. */
export interface AuditLine {
  /** Counted from 1; the order of things, whatever the clock said. */
  number: number
  /** Null when the entry cannot be read: it is not as it was written. */
  said: {
    at: string
    /** Null where nobody in particular did it. */
    actor: string | null
    /** Who was at work when it was entered, where that was not the actor. */
    enteredBy: string | null
    action: AuditAction
    domain: Domain | null
    table: string | null
    object: string | null
    /** Records; of a clock the minutes it was off. */
    count: number
    detail: AuditDetail | null
  } | null
}

/** Which lines; what is null is not asked for. */
export interface AuditFilter {
  /** Days of the room's calendar, both included. */
  from: string | null
  to: string | null
  /** A member of staff. */
  actor: string | null
  action: AuditAction | null
  object: string | null
}

/** A page of the trail, the newest line first. */
export interface AuditPage {
  lines: AuditLine[]
  /** Whether there are older ones. */
  more: boolean
  /** Names of everybody who works or worked here, by id. */
  staffNames: Record<string, string>
  /** The same by what stands for them as an object. */
  objectNames: Record<string, string>
}

/** What the check of the whole trail came to. */
export interface AuditCheck {
  /** Entries there are. */
  size: number
  /** Where it stops fitting, by number; see `TrailFault`. Null when all of it is as it was written. */
  fault: { kind: 'missing' | 'changed' | 'cut' | 'added' | 'forged'; from: number; to: number } | null
  /** Up to where somebody vouched for it with their signature, the newest first. */
  heads: { size: number; at: string; signedBy: string; signed: boolean }[]
}

export interface AuditApi {
  /** Before the window locks: enters it, has the person sign how far the trail has come, and ends the work. */
  signOut(how: 'locked' | 'lockedByItself'): Promise<void>
  /** Fifty lines; `page` counts from 0. Rejects with NO_KEY for all but administrators. */
  listAudit(filter: AuditFilter, page: number): Promise<AuditPage>
  /** Reads all of it again and compares. */
  checkAudit(): Promise<Outcome<AuditCheck>>
  /** How many entries the running check has read. */
  auditChecked(): Promise<number>
  /**
   * The lines as CSV, the oldest first: number, time, person, entered by, action, kind of record, object, count, detail.
   * `headings` are those of the nine columns; `words` say actions, kinds of record and details in the reader's language.
   */
  exportAudit(
    filter: AuditFilter,
    labels: { headings: string[]; words: Record<string, string> },
  ): Promise<Outcome<OutgoingFile>>
}
