import { type SessionNote, sessionNoteKind } from '../../casework/notes/session-note.ts'
import { dayOf } from '../../casework/records/day-of.ts'
import type { CountedKind } from './counted-kind.ts'
import { clientOn, counts } from './subject.ts'

/** A session, from the first word that is kept of it: it was held whether or not its note is signed. */
export const countedSessions: CountedKind<SessionNote> = {
  kind: sessionNoteKind,
  by: 'record',
  facts: (records, people) =>
    records.map(({ value: { clientId, heldAt, mode, minutes } }) => ({
      ...clientOn(people, clientId, dayOf(heldAt)),
      ...counts('session', mode, null, Math.max(1, minutes)),
    })),
}
