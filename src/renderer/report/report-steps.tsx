import { Steps } from 'antd'
import { useTranslation } from 'react-i18next'

const steps = ['choose', 'check', 'leaving', 'confirm', 'written'] as const
export type ReportStep = (typeof steps)[number]

/** Where the person stands on the way from a month to a file. */
export function ReportSteps({ at }: { at: ReportStep }) {
  const { t } = useTranslation('report')
  return (
    <Steps
      size="small"
      aria-label={t('steps')}
      current={steps.indexOf(at)}
      items={steps.map((step) => ({ title: t(`step.${step}`) }))}
    />
  )
}
