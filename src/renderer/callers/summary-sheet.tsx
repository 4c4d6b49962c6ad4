import { useTranslation } from 'react-i18next'
import type { SummaryOnShow } from '../../room/contract/callers.ts'
import { useSession } from '../room/session.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { useCallWords } from './use-call-words.ts'

const followUpStates = ['onTime', 'late', 'waiting', 'overdue'] as const
const partsOfDay = [
  [0, 6],
  [6, 12],
  [12, 18],
  [18, 24],
] as const

/** The hotline in one period, for the room's own files: exact counts, nothing of anybody. */
export function SummarySheet({ summary, period }: { summary: SummaryOnShow; period: string }) {
  const { t } = useTranslation('callers')
  const { t: words } = useTranslation('hotline')
  const { unit } = useSession()
  const { day, dateTime } = useFormatTime()
  const { length, share, weekdays } = useCallWords()
  const { byHour } = summary
  return (
    <>
      <h2>{t('summary.head', { unit: unit.name, period })}</h2>
      <p className="a4-sheet-small">
        {t('summary.days', { from: day(summary.from), until: day(summary.until), at: dateTime(summary.at) })}
      </p>
      {summary.unreadable > 0 && <p>{t('summary.unreadable', { count: summary.unreadable })}</p>}
      <div className="summary-parts">
        <Counted
          title={t('summary.part.calls')}
          rows={[
            [t('board.calls'), summary.calls],
            [t('board.mean'), length(summary.meanSeconds)],
            [t('board.dangerAsked'), share(summary.dangerAsked)],
            [t('summary.highRisk'), summary.highRisk],
          ]}
        />
        <Counted
          title={t('summary.part.types')}
          rows={[
            ...summary.byType.map(({ name, calls }) => [words(`callType.${name}`), calls] as const),
            ...summary.bySpecialKind
              .filter(({ calls }) => calls > 0)
              .map(
                ({ name, calls }) =>
                  [t('summary.ofThese', { name: words(`specialKind.${name}`) }), calls] as const,
              ),
          ]}
        />
        <Counted
          title={t('summary.part.levels')}
          rows={summary.byLevel.map(({ name, calls }) => [words(`responseLevel.${name}`), calls] as const)}
        />
        <Counted
          title={t('summary.part.when')}
          rows={[
            ...summary.byWeekday.map((calls, at) => [weekdays[at] ?? '', calls] as const),
            ...partsOfDay.map(
              ([from, until]) =>
                [
                  t('summary.hours', { from, until }),
                  byHour.slice(from, until).reduce((sum, calls) => sum + calls, 0),
                ] as const,
            ),
          ]}
        />
        <Counted
          title={t('summary.part.linked')}
          rows={summary.linked.map(({ name, calls }) => [t(`linkage.${name}`), calls] as const)}
        />
        <Counted
          title={t('summary.part.followUps')}
          rows={followUpStates.map((state) => [t(`followUp.${state}`), summary.followUps[state]] as const)}
        />
        <Counted
          title={t('summary.part.shifts')}
          rows={[
            [t('summary.shifts'), summary.shifts.begun],
            [t('summary.calledFirst'), summary.shifts.calledFirst],
            [t('summary.publicSafety'), summary.publicSafetyEvents],
          ]}
        />
      </div>
      <p className="a4-sheet-small">{t('summary.foot')}</p>
    </>
  )
}

function Counted({
  title,
  rows,
}: {
  title: string
  rows: readonly (readonly [name: string, value: string | number])[]
}) {
  return (
    <section className="summary-part a4-whole" aria-label={title}>
      <h3>{title}</h3>
      <table>
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
