import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Page } from '../ui/page.tsx'
import { SavedAt } from '../ui/saved-at.tsx'
import './staff.css'

/** Says that a colleague can sign in now, and what is still to come. */
export function ColleagueAdded({
  name,
  at,
  onAnother,
}: {
  name: string
  at: Date | null
  onAnother: () => void
}) {
  const { t } = useTranslation('staff')
  const navigate = useNavigate()
  return (
    <Page title={t('addedTitle', { name })} lead={t('grantsFollow')} width="form">
      <SavedAt at={at} />
      <div className="staff-buttons">
        <Button type="primary" onClick={() => void navigate('/settings')}>
          {t('toList')}
        </Button>
        <Button onClick={onAnother}>{t('another')}</Button>
      </div>
    </Page>
  )
}
