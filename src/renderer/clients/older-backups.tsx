import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { useFormatTime } from '../ui/format-time.ts'

/** Backups that are still there from before somebody was erased, or from before now: they can still be read from these. */
export function OlderBackups({ erasedAt = null }: { erasedAt?: string | null }) {
  const { t } = useTranslation('clients')
  const { dayTime } = useFormatTime()
  const { data, failed } = useQuery(() => room.backups(), [])
  if (failed !== null) return <p>{t('erase.backupsUnknown')}</p>
  if (data === null) return null
  const older = data.backups.filter(({ value }) => erasedAt === null || value.madeAt <= erasedAt)
  if (older.length === 0) return <p>{t('erase.noBackups')}</p>
  return (
    <>
      <p>{t('erase.backups', { count: older.length })}</p>
      <ul>
        {older.map(({ id, value }) => (
          <li key={id}>
            {dayTime(value.madeAt)} · {t(`erase.where.${value.where}`)}
            {value.folder === null ? '' : ` ${value.folder}`}
          </li>
        ))}
      </ul>
      <p>
        <Link to="/settings/backup">{t('erase.toBackups')}</Link>
      </p>
    </>
  )
}
