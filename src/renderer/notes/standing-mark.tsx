import { useTranslation } from 'react-i18next'
import type { NoteStanding } from '../../casework/notes/note-standing.ts'

const signs: Record<NoteStanding, string> = { draft: '○', draftLate: '◐', signed: '✓', signedLate: '✓' }

/** Whether a note is a draft or signed, and whether in time; in words, with a sign beside them. */
export function StandingMark({ standing, hours }: { standing: NoteStanding; hours: number }) {
  const { t } = useTranslation('notes')
  const isLate = standing === 'draftLate' || standing === 'signedLate'
  return (
    <span className={isLate ? 'note-late' : 'note-standing'}>
      <span aria-hidden>{signs[standing]}</span> {t(`standing.${standing}`, { hours })}
    </span>
  )
}
