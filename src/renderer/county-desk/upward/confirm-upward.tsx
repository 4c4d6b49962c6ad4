import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { UpwardPreview } from '../../../room/contract/county-upward.ts'
import { usePeriodText } from '../../exchange/period-text.ts'

/** The last stop: what writing does, and the passphrase once more. */
export function ConfirmUpward({
  preview: { period, next, passedOn, missing },
  running,
  onBack,
  onWrite,
}: {
  preview: UpwardPreview
  running: boolean
  onBack: () => void
  onWrite: () => void
}) {
  const { t } = useTranslation('upward')
  const periodText = usePeriodText()
  const does = passedOn === null ? (['signed', 'closes', 'late'] as const) : (['sameFile'] as const)
  return (
    <section className="panel upward-confirm" aria-label={t('confirm.label')}>
      <h2 className="panel-title">
        {t('confirm.title', { period: periodText(period), next: next?.name ?? '' })}
      </h2>
      <ul>
        {passedOn === null && missing.length > 0 && (
          <li>{t('confirm.missing', { count: missing.length })}</li>
        )}
        {does.map((one) => (
          <li key={one}>{t(`confirm.${one}`)}</li>
        ))}
        <li>{t('confirm.passphrase')}</li>
      </ul>
      <div className="county-buttons">
        <Button disabled={running} onClick={onBack}>
          {t('confirm.back')}
        </Button>
        <Button type="primary" loading={running} onClick={onWrite}>
          {t(passedOn === null ? 'confirm.write' : 'confirm.again')}
        </Button>
      </div>
    </section>
  )
}
