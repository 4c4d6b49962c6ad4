import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { AddendumForm } from './addendum-form.tsx'
import { NoteText } from './note-text.tsx'
import { StandingMark } from './standing-mark.tsx'
import { WriteNote } from './write-note.tsx'
import './notes.css'

/** One session note: to go on writing for whoever writes it, and to read and add to once it is signed. */
export function NotePage() {
  const { clientId = '', noteId = '' } = useParams()
  const { t } = useTranslation('notes')
  const { dateTime } = useFormatTime()
  const { data, failed, again } = useQuery(() => room.note(noteId), [noteId])
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (data === null) return <Skeleton active />

  const { note, mine, standing, noteWithinHours, staffNames } = data
  const { heldAt, signedAt, addenda, writtenBy } = note.value
  const nameOf = (id: string) => staffNames[id] ?? t('somebody')
  return (
    <Page
      title={t('note.title', { at: dateTime(heldAt) })}
      lead={<StandingMark standing={standing} hours={noteWithinHours} />}
      width="form"
    >
      {mine ? (
        <WriteNote key={note.id} about={note.value} stored={note} begin={note.value} onSigned={again} />
      ) : (
        <article className="panel" aria-label={t('title')}>
          <p className="quiet">
            {signedAt === null
              ? t('note.draftOf', { who: nameOf(writtenBy) })
              : t('note.signed', { who: nameOf(writtenBy), at: dateTime(signedAt) })}
          </p>
          <NoteText note={note.value} />
          {addenda.map(({ by, at, text }) => (
            <section key={`${at} ${by}`} className="note-addendum">
              <h3>{t('note.addendum', { who: nameOf(by), at: dateTime(at) })}</h3>
              <p>{text}</p>
            </section>
          ))}
        </article>
      )}
      {signedAt !== null && <AddendumForm note={note} onAdded={again} />}
      <Link to={`/clients/${clientId}/notes`}>{t('back')}</Link>
    </Page>
  )
}
