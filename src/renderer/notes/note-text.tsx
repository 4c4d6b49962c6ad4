import { useTranslation } from 'react-i18next'
import { partsOfNote } from '../../casework/notes/note-standing.ts'
import type { SessionNote } from '../../casework/notes/session-note.ts'

/** What a note says, part by part; empty ones are left out. */
export function NoteText({ note: { content, minutes, mode } }: { note: SessionNote }) {
  const { t } = useTranslation('notes')
  return (
    <>
      <p>{t('note.held', { mode: t(`mode.${mode}`), count: minutes })}</p>
      {partsOfNote(content)
        .filter(({ text }) => text.trim() !== '')
        .map(({ part, text }) => (
          <section key={part}>
            <h2 className="panel-title">{t(`part.${part}.label`)}</h2>
            <p className="note-written">{text}</p>
          </section>
        ))}
    </>
  )
}
