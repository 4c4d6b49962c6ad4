import { useTranslation } from 'react-i18next'
import type { TodayApi } from '../../room/contract/today.ts'

const names = ['clients', 'priority', 'assessmentsThisMonth', 'callsThisMonth'] as const

/** Four numbers that say how much there is to care for. */
export function Figures({ figures }: { figures: Awaited<ReturnType<TodayApi['today']>>['figures'] }) {
  const { t } = useTranslation('today')
  return (
    <dl className="figures">
      {names.map((name) => (
        <div key={name} className="figure">
          <dt>{t(`figures.${name}`)}</dt>
          <dd>{figures[name]}</dd>
        </div>
      ))}
    </dl>
  )
}
