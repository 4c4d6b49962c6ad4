import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ReportPreview } from '../../room/contract/report.ts'
import { usePeriodText } from '../exchange/period-text.ts'

/** The last stop: what writing does, and the passphrase once more. */
export function ConfirmWriting({
  preview: { period, county, released, unfinished },
  running,
  onBack,
  onWrite,
}: {
  preview: ReportPreview
  running: boolean
  onBack: () => void
  onWrite: () => void
}) {
  const { t } = useTranslation('report')
  const periodText = usePeriodText()
  const does =
    released === null
      ? (['signed', 'attacked', 'closes', ...(unfinished ? ['unfinished'] : [])] as const)
      : (['sameFile'] as const)
  return (
    <section className="panel report-written" aria-label={t('step.confirm')}>
      <h2 className="panel-title">
        {t('confirm.title', { period: periodText(period), county: county?.name ?? '' })}
      </h2>
      <ul>
        {does.map((one) => (
          <li key={one}>{t(`confirm.${one}`)}</li>
        ))}
        <li>{t('confirm.passphrase')}</li>
      </ul>
      <div className="report-buttons">
        <Button disabled={running} onClick={onBack}>
          {t('next.backToLeaving')}
        </Button>
        <Button type="primary" loading={running} onClick={onWrite}>
          {t(released === null ? 'next.write' : 'next.sameFile')}
        </Button>
      </div>
    </section>
  )
}
