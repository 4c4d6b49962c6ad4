import { LockOutlined, PlusOutlined } from '@ant-design/icons'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { partsOfNote } from '../../casework/notes/note-standing.ts'
import type { NoteOnShow } from '../../room/contract/notes.ts'
import { ClientAppointments } from '../appointments/client-appointments.tsx'
import { useClientOnShow } from '../clients/client-context.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { StandingMark } from './standing-mark.tsx'
import './notes.css'

/** One client's sessions: what is planned, what was written of them, and the way to supervision. */
export function NotesPage() {
  const { t } = useTranslation('notes')
  const { file } = useClientOnShow()
  const { id } = file.client
  const { data, failed } = useQuery(() => room.notes(id), [id])
  return (
    <>
      <nav className="note-ways" aria-label={t('ways')}>
        <Link className="note-new" to={`/clients/${id}/notes/new`}>
          <PlusOutlined aria-hidden /> {t('new.title')}
        </Link>
        <Link to={`/clients/${id}/notes/private`}>
          <LockOutlined aria-hidden /> {t('private.title')}
        </Link>
        <Link to={`/clients/${id}/supervision`}>{t('supervision')}</Link>
      </nav>
      <ClientAppointments clientId={id} />
      <section className="panel" aria-labelledby="session-notes">
        <h2 className="panel-title" id="session-notes">
          {t('title')}
        </h2>
        <RefusalNotice refusal={failed} />
        {data === null && failed === null && <Skeleton active />}
        {data !== null && data.unreadable > 0 && (
          <p role="status" className="note-late">
            {t('unreadable', { count: data.unreadable })}
          </p>
        )}
        {data?.notes.length === 0 && <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
        {data !== null && data.notes.length > 0 && (
          <ul className="note-list">
            {data.notes.map((one) => (
              <NoteLine
                key={one.note.id}
                onShow={one}
                to={`/clients/${id}/notes/${one.note.id}`}
                hours={data.noteWithinHours}
                writer={data.staffNames[one.note.value.writtenBy] ?? t('somebody')}
              />
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

function NoteLine({
  onShow: { note, standing },
  to,
  hours,
  writer,
}: {
  onShow: NoteOnShow
  to: string
  hours: number
  writer: string
}) {
  const { t } = useTranslation('notes')
  const { dateTime } = useFormatTime()
  const { heldAt, mode, minutes, content, addenda } = note.value
  const beginning = partsOfNote(content)
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
    .join(' · ')
  return (
    <li>
      <span className="note-line-head">
        <Link to={to}>{dateTime(heldAt)}</Link>
        <span>{t('note.held', { mode: t(`mode.${mode}`), count: minutes })}</span>
        <span className="quiet">{writer}</span>
        <StandingMark standing={standing} hours={hours} />
        {addenda.length > 0 && <span className="quiet">{t('note.addenda', { count: addenda.length })}</span>}
      </span>
      <span className="note-beginning">{beginning}</span>
    </li>
  )
}
