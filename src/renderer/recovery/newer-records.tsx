import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Doorway } from '../ui/doorway.tsx'

/** What is stored was made by a newer release: this one says so, and offers nothing that could change it. */
export function NewerRecords({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('recovery')
  return (
    <Doorway title={t('newer.title')} lead={t('newer.lead')}>
      <Button size="large" onClick={onRetry}>
        {t('retry')}
      </Button>
    </Doorway>
  )
}
