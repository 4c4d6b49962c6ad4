import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { type Block, blockIf, unlessBlocked } from '../records/block.ts'
import type { WorkingRules } from '../unit/working-rules.ts'
import type { ProcessNote } from './process-note.ts'
import type { NoteContent, SessionNote } from './session-note.ts'

const hour = 3_600_000

/** Parts of a note in the order they are written, by its form. */
export const noteParts = {
  DAP: ['data', 'assessment', 'plan'],
  SOAP: ['subjective', 'objective', 'assessment', 'plan'],
} as const

/** What each part of a note says, in order. */
export const partsOfNote = (content: NoteContent): { part: string; text: string }[] => {
  const texts: Record<string, string> = content
  return noteParts[content.form].map((part) => ({ part, text: texts[part] ?? '' }))
}

/** The note written anew in the other form: what was written stays under the part that fits it, nothing is lost. */
export function inForm(content: NoteContent, form: NoteContent['form']): NoteContent {
  if (content.form === form) return content
  const { assessment, plan } = content
  if (content.form === 'DAP')
    return { form: 'SOAP', subjective: content.data, objective: '', assessment, plan }
  const data = [content.subjective, content.objective].filter((text) => text.trim() !== '').join('\n')
  return { form: 'DAP', data, assessment, plan }
}

export type NoteStanding = 'draft' | 'draftLate' | 'signed' | 'signedLate'

/** How a note stands at a moment: late is what was not signed within the room's hours of the session's end. */
export const noteStanding = (
  { heldAt, minutes, signedAt }: Pick<SessionNote, 'heldAt' | 'minutes' | 'signedAt'>,
  now: string,
  { noteWithinHours }: Pick<WorkingRules, 'noteWithinHours'>,
): NoteStanding => {
  const due = Date.parse(heldAt) + minutes * 60_000 + noteWithinHours * hour
  const isLate = Date.parse(signedAt ?? now) > due
  if (signedAt === null) return isLate ? 'draftLate' : 'draft'
  return isLate ? 'signedLate' : 'signed'
}

export type NoteBlock = 'NOTE_SIGNED' | 'NOTE_OF_ANOTHER' | 'NOTE_EMPTY' | 'NOTE_HELD_AHEAD'

const draftBlocks = (note: SessionNote, by: string): Block<NoteBlock>[] => [
  ...blockIf(note.signedAt !== null, 'NOTE_SIGNED'),
  ...blockIf(note.writtenBy !== by, 'NOTE_OF_ANOTHER'),
]

/** A draft with other content; only its writer changes it, and only until it is signed. */
export const rewriteNote = (
  note: SessionNote,
  by: string,
  change: Partial<Pick<SessionNote, 'content' | 'heldAt' | 'minutes' | 'mode'>>,
): Outcome<SessionNote> => unlessBlocked(draftBlocks(note, by), () => ({ ...note, ...change }))

/** What stands in the way of signing. Parts may stay empty, but not all of them. */
export const signingBlocks = (note: SessionNote, by: string, at: string): Block<NoteBlock>[] => [
  ...draftBlocks(note, by),
  ...blockIf(
    partsOfNote(note.content).every(({ text }) => text.trim() === ''),
    'NOTE_EMPTY',
  ),
  ...blockIf(Date.parse(note.heldAt) > Date.parse(at), 'NOTE_HELD_AHEAD'),
]

/** The note signed by its writer; from now on it is only added to. */
export const signNote = (note: SessionNote, by: string, at: string): Outcome<SessionNote> =>
  unlessBlocked(signingBlocks(note, by, at), () => ({ ...note, signedAt: at }))

/** The note with something added later, under the name of whoever adds it. */
export const addToNote = (
  note: SessionNote,
  addendum: { by: string; at: string; text: string },
): Outcome<SessionNote> => {
  if (note.signedAt === null) return refused('NOTE_NOT_SIGNED')
  const text = addendum.text.trim()
  if (text.length < 2) return refused('ADDENDUM_EMPTY')
  return done({ ...note, addenda: [...note.addenda, { ...addendum, text }] })
}

/** Whether a private note is this person's: nobody else opens, counts or prints it, and no copy, export or supervision holds it. */
export const isOwnProcessNote = ({ writtenBy }: Pick<ProcessNote, 'writtenBy'>, staffId: string): boolean =>
  writtenBy === staffId
