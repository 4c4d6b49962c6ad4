import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { Page } from '../ui/page.tsx'
import { RestoreSteps } from './restore-steps.tsx'
import './backup.css'

/** 设置 → 备份 → 恢复: beside the records here, compared with them, and only then in their place. */
export function RestorePage() {
  const { t } = useTranslation('backup')
  const navigate = useNavigate()
  return (
    <Page
      title={t('restore.title')}
      lead={t('restore.lead')}
      width="form"
      actions={<Link to="/settings/backup">{t('restore.back')}</Link>}
    >
      <RestoreSteps
        signedIn
        onSwitched={() => location.reload()}
        onKept={() => void navigate('/settings/backup')}
      />
    </Page>
  )
}
