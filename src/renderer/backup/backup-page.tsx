import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { BackupStanding } from '../../room/contract/backup.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { BackupList } from './backup-list.tsx'
import { BackupStatus } from './backup-status.tsx'
import { MakeBackup } from './make-backup.tsx'
import './backup.css'

/** 设置 → 备份: how much would be lost today, where the backups are, and trying one of them. */
export function BackupPage() {
  const { t } = useTranslation('backup')
  const { data, failed, again } = useQuery(() => room.backups(), [])
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={<Link to="/settings/backup/restore">{t('restore.open')}</Link>}
    >
      <RefusalNotice refusal={failed} />
      {data !== null && <Standing standing={data} onChange={again} />}
    </Page>
  )
}

function Standing({ standing, onChange }: { standing: BackupStanding; onChange: () => void }) {
  return (
    <>
      <BackupStatus standing={standing} />
      <MakeBackup onChange={onChange} />
      <BackupList backups={standing.backups} onChange={onChange} />
    </>
  )
}
