import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Doorway } from '../ui/doorway.tsx'

/** The disk is full, and records that may well be whole cannot be opened: nothing is to be recovered before there is room. */
export function DiskFull({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('recovery')
  return (
    <Doorway title={t('full.title')} lead={t('full.lead')}>
      <p>{t('full.what')}</p>
      <Button type="primary" size="large" onClick={onRetry}>
        {t('retry')}
      </Button>
    </Doorway>
  )
}
