import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useClientOnShow } from '../clients/client-context.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { SavedAt } from '../ui/saved-at.tsx'
import { draftName, useDraftWaiting } from '../ui/use-draft.ts'
import { RecordSupervision } from './record-supervision.tsx'
import './supervision.css'

/** What was talked over with a supervisor about one client, and the way to prepare a discussion. */
export function SupervisionPage() {
  const { t } = useTranslation('supervision')
  const { day } = useFormatTime()
  const { file } = useClientOnShow()
  const { id } = file.client
  const waiting = useDraftWaiting(draftName('supervision', id))
  const [opened, setOpened] = useState<boolean | null>(null)
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const { data, failed, again } = useQuery(() => room.supervisions(id), [id])
  const recording = opened ?? waiting
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="form"
      actions={<Link to={`/clients/${id}/discussion`}>{t('discussion.title')}</Link>}
    >
      <RefusalNotice refusal={failed} />
      {data === null && failed === null && <Skeleton active />}
      {recording ? (
        <RecordSupervision
          clientId={id}
          onDone={(recorded) => {
            setOpened(false)
            if (!recorded) return
            setSavedAt(new Date())
            again()
          }}
        />
      ) : (
        <div>
          <Button type="primary" onClick={() => setOpened(true)}>
            {t('record.title')}
          </Button>{' '}
          <SavedAt at={savedAt} />
        </div>
      )}
      {data !== null && data.unreadable > 0 && (
        <p role="status" className="supervision-unreadable">
          {t('unreadable', { count: data.unreadable })}
        </p>
      )}
      {data?.supervisions.length === 0 && !recording && (
        <section className="panel">
          <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
        </section>
      )}
      {data?.supervisions.map(({ id: one, value }) => (
        <article key={one} className="panel" aria-label={t('line', { day: day(value.day) })}>
          <h2 className="panel-title">
            {t('line', { day: day(value.day) })} · {value.supervisor}
          </h2>
          <p className="quiet">
            {t(`mode.${value.mode}`)} {t('minutes', { count: value.minutes })} ·{' '}
            {t('recordedBy', { who: data.staffNames[value.recordedBy] ?? t('somebody') })}
          </p>
          <dl className="supervision-said">
            {(['question', 'advice', 'actions'] as const)
              .filter((part) => value[part].trim() !== '')
              .map((part) => (
                <div key={part}>
                  <dt>{t(`field.${part}`)}</dt>
                  <dd>{value[part]}</dd>
                </div>
              ))}
          </dl>
        </article>
      ))}
      <Link to={`/clients/${id}/notes`}>{t('back')}</Link>
    </Page>
  )
}
