import { Alert, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { PrivateNote } from '../../room/contract/notes.ts'
import { useClientOnShow } from '../clients/client-context.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { SavedAt } from '../ui/saved-at.tsx'
import { PrivateNoteForm } from './private-note-form.tsx'
import { PrivateNoteLine } from './private-note-line.tsx'
import './notes.css'

/** What whoever is signed in keeps to themselves about their work with a client. */
export function PrivateNotesPage() {
  const { t } = useTranslation('notes')
  const { file } = useClientOnShow()
  const { id } = file.client
  const [changing, setChanging] = useState<PrivateNote | null>(null)
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const { data, failed, again } = useQuery(() => room.privateNotes(id), [id])
  const kept = () => {
    setChanging(null)
    setSavedAt(new Date())
    again()
  }
  return (
    <Page title={t('private.title')} lead={t('private.lead')} width="form">
      <Alert type="info" showIcon title={t('private.alone')} description={t('private.lost')} />
      <PrivateNoteForm
        key={changing?.id ?? 'new'}
        clientId={id}
        note={changing}
        onKept={kept}
        onCancel={changing === null ? null : () => setChanging(null)}
      />
      <SavedAt at={savedAt} />
      <RefusalNotice refusal={failed} />
      {data === null && failed === null && <Skeleton active />}
      {data !== null && data.length > 0 && (
        <section className="panel" aria-labelledby="private-notes">
          <h2 className="panel-title" id="private-notes">
            {t('private.kept', { count: data.length })}
          </h2>
          <ul className="note-list">
            {data.map((note) => (
              <PrivateNoteLine
                key={note.id}
                note={note}
                onChange={changing === null ? () => setChanging(note) : null}
              />
            ))}
          </ul>
        </section>
      )}
      <Link to={`/clients/${id}/notes`}>{t('back')}</Link>
    </Page>
  )
}
