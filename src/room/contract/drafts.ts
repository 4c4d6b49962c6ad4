import type { Outcome } from '../../instruments/outcome.ts'

/** What somebody was writing in a form and has not saved. */
export interface KeptDraft {
  /** Which form, and about what: parts joined by a colon, no names. */
  form: string
  /** The fields as they stood, as JSON. */
  content: unknown
  keptAt: string
}

export interface DraftsApi {
  /** Keeps what stands in a form, sealed for the person who is signed in, in place of what stood there before. */
  keepDraft(form: string, content: unknown): Promise<Outcome<null>>
  /** Null when nothing was kept of this form. */
  draft(form: string): Promise<KeptDraft | null>
  /** All of this person's, the newest first. */
  drafts(): Promise<KeptDraft[]>
  /** For a form that was saved, or a draft that is not wanted any more. */
  forgetDraft(form: string): Promise<Outcome<null>>
}
