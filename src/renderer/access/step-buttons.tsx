import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

/** One step back, one on; the form around them is sent by the second. */
export function StepButtons({
  next,
  busy = false,
  onBack,
}: {
  next: string
  busy?: boolean
  onBack: () => void
}) {
  const { t } = useTranslation('access')
  return (
    <div className="step-buttons">
      <Button type="primary" size="large" htmlType="submit" loading={busy}>
        {next}
      </Button>
      <Button type="text" size="large" disabled={busy} onClick={onBack}>
        {t('back')}
      </Button>
    </div>
  )
}
