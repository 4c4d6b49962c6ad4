import { Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { NoteEntry } from '../../room/contract/notes.ts'
import { useClientOnShow } from '../clients/client-context.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { WriteNote } from './write-note.tsx'
import './notes.css'

const usualMinutes = 50

const emptyNote = (heldAt: string, minutes: number): NoteEntry => ({
  content: { form: 'DAP', data: '', assessment: '', plan: '' },
  heldAt,
  minutes,
  mode: 'inRoom',
})

/** A new session note; one that was begun for the same session is offered first. */
export function NewNotePage() {
  const { t } = useTranslation('notes')
  const { dayTime } = useFormatTime()
  const navigate = useNavigate()
  const { file } = useClientOnShow()
  const appointmentId = useSearchParams()[0].get('appointment')
  const [openedAt] = useState(() => new Date(Date.now() - usualMinutes * 60_000).toISOString())
  const base = `/clients/${file.client.id}/notes`
  const begun = useQuery(async () => {
    const [kept, planned] = await Promise.all([
      room.notes(file.client.id),
      appointmentId === null ? null : room.appointment(appointmentId),
    ])
    return { ...kept, appointment: planned?.appointment ?? null }
  }, [file.client.id, appointmentId])
  const { data, failed } = begun
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (data === null) return <Skeleton active />

  const { barred, appointment } = data
  const drafts = data.notes.filter(({ mine }) => mine)
  return (
    <Page title={t('new.title')} lead={t('new.lead', { hours: data.noteWithinHours })} width="form">
      {drafts.length > 0 && (
        <section className="panel" aria-labelledby="own-drafts">
          <h2 className="panel-title" id="own-drafts">
            {t('new.drafts')}
          </h2>
          <ul className="note-drafts">
            {drafts.map(({ note }) => (
              <li key={note.id}>
                <Link to={`${base}/${note.id}`}>{t('new.goOn', { at: dayTime(note.value.heldAt) })}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {barred === null ? (
        <WriteNote
          about={{ clientId: file.client.id, appointment: appointment?.id ?? null }}
          stored={null}
          begin={emptyNote(
            appointment?.value.startsAt ?? openedAt,
            appointment?.value.minutes ?? usualMinutes,
          )}
          onSigned={(id) => void navigate(`${base}/${id}`, { replace: true })}
        />
      ) : (
        <RefusalNotice
          refusal={barred}
          action={
            barred.code === 'CONSENT_NEEDED' && (
              <Link to={`/clients/${file.client.id}/consent`}>{t('new.toConsent')}</Link>
            )
          }
        />
      )}
      <Link to={base}>{t('back')}</Link>
    </Page>
  )
}
