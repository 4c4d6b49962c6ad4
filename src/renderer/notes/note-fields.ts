import type { NoteContent, SessionNote } from '../../casework/notes/session-note.ts'
import type { NoteEntry } from '../../room/contract/notes.ts'
import { type DayAndTime, dayAndTime, instantOf } from '../ui/day-and-time.ts'

/** A note as it stands in the form; the parts of the other form are left as they are. */
export interface NoteFields extends DayAndTime {
  form: NoteContent['form']
  data?: string
  subjective?: string
  objective?: string
  assessment?: string
  plan?: string
  minutes: number | null
  mode: SessionNote['mode']
}

export const fieldsOf = ({ content, heldAt, minutes, mode }: NoteEntry): NoteFields => ({
  ...content,
  ...dayAndTime(heldAt),
  minutes,
  mode,
})

export const contentOf = (fields: NoteFields): NoteContent => {
  const { form, data = '', subjective = '', objective = '', assessment = '', plan = '' } = fields
  return form === 'DAP' ? { form, data, assessment, plan } : { form, subjective, objective, assessment, plan }
}

/** What is kept of the form. A time or a length that is not filled in stays as it was. */
export const entryOf = (fields: NoteFields, before: NoteEntry): NoteEntry => ({
  content: contentOf(fields),
  heldAt: instantOf(fields) ?? before.heldAt,
  minutes: fields.minutes ?? before.minutes,
  mode: fields.mode,
})
