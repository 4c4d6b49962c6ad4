import { Alert, Button, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupEntry } from '../../casework/records/backup-entry.ts'
import type { Stored } from '../../casework/records/record.ts'
import { desktop } from '../bridge/desktop.ts'
import { useRefusalText } from '../refusals/refusal-text.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useBytesText } from '../ui/bytes-text.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { backupFileOf } from './open-backup.ts'
import { ProgressLine } from './progress-line.tsx'

/** The backups there are, and trying one. */
export function BackupList({
  backups,
  onChange,
}: {
  backups: readonly Stored<BackupEntry>[]
  onChange: () => void
}) {
  const { t } = useTranslation('backup')
  const { dateTime, dayTime } = useFormatTime()
  const bytes = useBytesText()
  const [tried, setTried] = useState<BackupEntry | null>(null)
  const drill = useCommand(async (id: string) => {
    const outcome = await room.drillBackup(id, null)
    if (outcome.ok || outcome.refusal.code !== 'FILE_NEEDED') return outcome
    const file = await backupFileOf(desktop)
    return file.ok && file.value !== null ? room.drillBackup(id, file.value) : outcome
  })
  const gone = useCommand(room.noteBackupGone)
  const busy = drill.running || gone.running

  const tryOut = async (id: string) => {
    setTried(null)
    const result = await drill.run(id)
    if (result !== null) setTried(result.value)
    onChange()
  }
  const note = async (id: string) => {
    await gone.run(id)
    onChange()
  }
  const place = ({ where, folder }: BackupEntry) => t(`place.${where}`, { folder })

  return (
    <section className="panel backup-panel" aria-labelledby="backup-list">
      <h2 className="panel-title" id="backup-list">
        {t('list.title')}
      </h2>
      <p className="quiet">{t('list.text')}</p>
      <ProgressLine doing={drill.running ? t('drill.running') : null} />
      <RefusalNotice refusal={drill.refusal ?? gone.refusal} />
      {tried !== null && <DrillNotice entry={tried} />}
      {backups.length === 0 ? (
        <EmptyState title={t('list.empty')}>{t('list.emptyText')}</EmptyState>
      ) : (
        <Table<Stored<BackupEntry>>
          size="small"
          bordered
          rowKey="id"
          pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }}
          dataSource={[...backups]}
          columns={[
            { title: t('list.when'), render: (_, { value }) => dateTime(value.madeAt), width: 215 },
            { title: t('list.place'), render: (_, { value }) => place(value) },
            { title: t('list.size'), render: (_, { value }) => bytes(value.size), width: 84, align: 'right' },
            {
              title: t('list.sheet'),
              render: (_, { value }) => t('sheet', { sheet: value.sheet }),
              width: 110,
            },
            {
              title: t('list.verified'),
              width: 170,
              render: (_, { value }) =>
                value.verifiedAt === null ? t('list.notVerified') : dayTime(value.verifiedAt),
            },
            { title: t('list.drilled'), width: 190, render: (_, { value }) => <Drilled entry={value} /> },
            {
              title: t('list.actions'),
              width: 220,
              render: (_, { id, value }) => (
                <span className="backup-actions">
                  <Button
                    size="small"
                    disabled={busy}
                    aria-label={t('drill.of', { when: dateTime(value.madeAt) })}
                    onClick={() => void tryOut(id)}
                  >
                    {t('drill.button')}
                  </Button>
                  {value.where !== 'computer' && (
                    <Button
                      size="small"
                      type="text"
                      disabled={busy}
                      aria-label={t('gone.of', { when: dateTime(value.madeAt) })}
                      onClick={() => void note(id)}
                    >
                      {t('gone.button')}
                    </Button>
                  )}
                </span>
              ),
            },
          ]}
        />
      )}
    </section>
  )
}

function Drilled({ entry: { drill } }: { entry: BackupEntry }) {
  const { t } = useTranslation('backup')
  const { dayTime } = useFormatTime()
  if (drill === null) return t('list.notDrilled')
  const fine = drill.refusal === null && drill.unreadable === 0
  return (
    <>
      {dayTime(drill.at)} {t(fine ? 'list.fine' : 'list.notFine')}
    </>
  )
}

function DrillNotice({ entry: { drill, madeAt } }: { entry: BackupEntry }) {
  const { t } = useTranslation('backup')
  const { dateTime } = useFormatTime()
  const refusalText = useRefusalText()
  if (drill === null) return null
  const when = dateTime(madeAt)
  const { rows, opened, closed, unreadable, refusal } = drill
  if (refusal !== null)
    return (
      <Alert
        role="status"
        type="error"
        showIcon
        title={t('drill.failed', { when })}
        description={refusalText({ code: refusal })}
      />
    )
  return (
    <Alert
      role="status"
      type={unreadable === 0 ? 'success' : 'warning'}
      showIcon
      title={t('drill.done', { when, rows })}
      description={[
        t('drill.opened', { opened }),
        ...(closed > 0 ? [t('drill.closed', { closed })] : []),
        ...(unreadable > 0 ? [t('drill.unreadable', { unreadable })] : []),
      ].join('')}
    />
  )
}
