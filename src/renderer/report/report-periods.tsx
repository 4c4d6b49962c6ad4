import { CheckCircleOutlined, ClockCircleOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { ReportPeriod } from '../../room/contract/report.ts'
import { monthsOf, periodKindOf } from '../../statistics/period.ts'
import { usePeriodText } from '../exchange/period-text.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useFormatTime } from '../ui/format-time.ts'

const marks = {
  due: <ClockCircleOutlined aria-hidden />,
  running: null,
  released: <CheckCircleOutlined aria-hidden />,
}

const lastMonth = ({ period }: ReportPeriod): string => monthsOf(period).at(-1) ?? period

/** The months and quarters there is something to report for: what is due, what runs, what was reported, and what it still lacks. */
export function ReportPeriods({
  periods,
  canWrite,
}: {
  periods: readonly ReportPeriod[]
  /** Nothing has to be done before. */
  canWrite: boolean
}) {
  const { t } = useTranslation('report')
  const navigate = useNavigate()
  const periodText = usePeriodText()
  const due = periods.filter(({ state }) => state === 'due')
  const first = due.toSorted((a, b) => lastMonth(a).localeCompare(lastMonth(b))).at(0)
  const kinds = (['month', 'quarter'] as const).map((kind) => ({
    kind,
    periods: periods.filter(({ period }) => periodKindOf(period) === kind),
  }))
  return (
    <section className="panel">
      <h2 className="panel-title">{t('choose')}</h2>
      {periods.length === 0 && <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
      {first !== undefined && (
        <div className="report-due-first">
          <p>{t('due', { count: due.length })}</p>
          <Button
            type={canWrite ? 'primary' : 'default'}
            onClick={() => void navigate(`/report/${first.period}`)}
          >
            {t('next.first', { period: periodText(first.period) })}
          </Button>
        </div>
      )}
      {kinds.map((of) => of.periods.length > 0 && <PeriodsOfKind key={of.kind} {...of} />)}
    </section>
  )
}

function PeriodsOfKind({ kind, periods }: { kind: 'month' | 'quarter'; periods: readonly ReportPeriod[] }) {
  const { t } = useTranslation('report')
  const periodText = usePeriodText()
  return (
    <>
      <h3 className="report-table-title">{t(`kind.${kind}`)}</h3>
      <ul className="report-periods">
        {periods.map((one) => (
          <li key={one.period} className={`report-period report-period-${one.state}`}>
            <Link to={`/report/${one.period}`}>
              {periodText(one.period)}
              <RightOutlined aria-hidden />
            </Link>
            <PeriodStanding {...one} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** In a few words how a period stands, and what it lacks. */
function PeriodStanding({ state, released, receipt, late }: ReportPeriod) {
  const { t } = useTranslation('report')
  const { day } = useFormatTime()
  return (
    <p className="report-standing">
      {marks[state]} {t(`standing.${state}`, { at: released === null ? '' : day(released.at) })}
      {released !== null && !receipt && <span>{t('standing.noReceipt')}</span>}
      {late !== null && late > 0 && <span>{t('standing.late', { count: late })}</span>}
    </p>
  )
}
