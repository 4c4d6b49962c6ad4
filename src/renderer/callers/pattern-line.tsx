import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CallerPattern } from '../../casework/callers/caller-pattern.ts'
import { useFormatTime } from '../ui/format-time.ts'

/** Somebody's earlier calls on one line, so that they need not tell them again. */
export function PatternLine({ pattern }: { pattern: CallerPattern }) {
  const { t } = useTranslation('callers')
  const { t: words } = useTranslation('hotline')
  const { dayTime } = useFormatTime()
  const { calls, lately, last, types, levels, highRisk, agreed } = pattern
  const counted = [
    ...types.map(({ type, calls: count }) => `${words(`callType.${type}`)} ${count}`),
    ...levels
      .filter(({ level }) => level === 'atOnce')
      .map(({ level, calls: count }) => `${words(`responseLevel.${level}`)} ${count}`),
  ]
  return (
    <p className="pattern-line">
      <span>{t('pattern.calls', { count: calls })}</span>
      <span>{t('pattern.lately', { count: lately })}</span>
      <span>{counted.join(t('comma'))}</span>
      {highRisk > 0 && <strong>{t('pattern.highRisk', { count: highRisk })}</strong>}
      <span>
        {t('pattern.last')} <Link to={`/hotline/${last.callId}`}>{dayTime(last.at)}</Link>
      </span>
      {agreed !== null && (
        <span className="calls-due">{t('pattern.agreed', { at: dayTime(agreed.due) })}</span>
      )}
    </p>
  )
}
