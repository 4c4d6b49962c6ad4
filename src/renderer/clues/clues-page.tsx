import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useClientOnShow } from '../clients/client-context.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { SavedAt } from '../ui/saved-at.tsx'
import { draftName, useDraftWaiting } from '../ui/use-draft.ts'
import { ClueLine } from './clue-line.tsx'
import { NoteClueForm } from './note-clue-form.tsx'
import './clues.css'

/** What others noticed about one client: looked into by a named person, or gone. */
export function CluesPage() {
  const { t } = useTranslation('clues')
  const { file, again: readAgain } = useClientOnShow()
  const { id } = file.client
  const waiting = useDraftWaiting(draftName('newClue', id))
  const [opened, setOpened] = useState<boolean | null>(null)
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const { data, failed, again } = useQuery(() => room.clues(id), [id])
  const noting = opened ?? waiting
  const saved = () => {
    setSavedAt(new Date())
    again()
    readAgain()
  }
  return (
    <section className="panel clues" aria-labelledby="clues">
      <h2 className="panel-title" id="clues">
        {t('title')}
      </h2>
      <p className="quiet">{t('lead')}</p>
      <RefusalNotice refusal={failed} />
      {data === null && failed === null && <Skeleton active />}
      {data !== null && data.unreadable > 0 && (
        <p role="status">{t('unreadable', { count: data.unreadable })}</p>
      )}
      {data?.clues.length === 0 && !noting && (
        <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
      )}
      {data !== null && data.clues.length > 0 && (
        <ul className="clue-list" aria-label={t('title')}>
          {data.clues.map((onShow) => (
            <ClueLine key={onShow.clue.id} onShow={onShow} staffNames={data.staffNames} onSaved={saved} />
          ))}
        </ul>
      )}
      {noting ? (
        <NoteClueForm
          clientId={id}
          onDone={(noted) => {
            setOpened(false)
            if (noted) saved()
          }}
        />
      ) : (
        <p className="clues-foot">
          <Button onClick={() => setOpened(true)}>{t('note.open')}</Button>
          <SavedAt at={savedAt} />
          <Link to={`/clients/${id}/assessments`}>{t('back')}</Link>
        </p>
      )}
    </section>
  )
}
