import { Button, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import { room } from '../room/room.ts'
import { useReportProgress } from './use-report-progress.ts'

const steps = ['counting', 'protecting', 'attacking', 'secondOpinion', 'writing'] as const

/** What is being done with a report, how far it is, and a way to stop it. */
export function ReportProgressPanel() {
  const { t } = useTranslation('report')
  const progress = useReportProgress()
  const step = progress?.step ?? 'counting'
  const percent = Math.round((progress?.part ?? 0) * 100)
  return (
    <section className="panel report-progress" aria-label={t('progress.label')}>
      <p role="status">{t(`progress.${step}.now`)}</p>
      <Progress percent={percent} aria-label={t(`progress.${step}.name`)} />
      <ol className="report-progress-steps">
        {steps.map((one) => (
          <li key={one} aria-current={one === step ? 'step' : undefined}>
            {t(`progress.${one}.name`)}
          </li>
        ))}
      </ol>
      <Button onClick={() => void room.stopReport()}>{t('progress.stop')}</Button>
    </section>
  )
}
