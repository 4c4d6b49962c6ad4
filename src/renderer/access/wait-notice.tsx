import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'

/** How long to wait after wrong passphrases, counted down; others are not concerned. */
export function WaitNotice({ seconds }: { seconds: number }) {
  const { t } = useTranslation('access')
  if (seconds === 0) return null
  const minutes = Math.floor(seconds / 60)
  const time =
    minutes > 0 ? t('wait.minutes', { minutes, seconds: seconds % 60 }) : t('wait.seconds', { seconds })
  return (
    <Alert
      role="status"
      // Read out once, not every second.
      aria-live="off"
      type="info"
      showIcon
      title={t('wait.title', { time })}
      description={t('wait.text')}
    />
  )
}
