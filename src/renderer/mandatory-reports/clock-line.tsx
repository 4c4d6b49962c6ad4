import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MandatoryReport } from '../../casework/disclosures/mandatory-report.ts'
import { reportClock } from '../../casework/disclosures/mandatory-report-standing.ts'
import type { PrivacyRules } from '../../casework/privacy/privacy-rules.ts'
import { useFormatTime } from '../ui/format-time.ts'
import './mandatory-reports.css'

const minute = 60_000
const marks = { running: '◐', soon: '◐', late: '●', made: '○', madeLate: '○', notOwed: '○' } as const

/** How long there is left to report, as it runs. */
export function ClockLine({ report, rules }: { report: MandatoryReport; rules: PrivacyRules['reports'] }) {
  const { t } = useTranslation('mandatory-reports')
  const { dayTime } = useFormatTime()
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const ticking = setInterval(() => setNow(new Date()), minute / 2)
    return () => clearInterval(ticking)
  }, [])
  const { state, due, minutesLeft } = reportClock(report, { reports: rules }, now.toISOString())
  const left = Math.abs(minutesLeft ?? 0)
  const [hours, minutes] = [Math.floor(left / 60), left % 60]
  const span = t(hours === 0 ? 'clock.minutes' : 'clock.hours', { hours, minutes })
  return (
    <span className={`report-clock report-clock-${state}`}>
      <span aria-hidden>{marks[state]} </span>
      {t(`clock.${state}`, { due: dayTime(due), span })}
    </span>
  )
}
