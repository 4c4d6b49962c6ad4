import { useTranslation } from 'react-i18next'
import type { TodayApi } from '../../room/contract/today.ts'

const names = ['clients', 'priority', 'assessmentsThisMonth', 'callsThisMonth'] as const

/** Numbers that say how much there is to care for; those this role holds no key for are left out. */
export function Figures({ figures }: { figures: Awaited<ReturnType<TodayApi['today']>>['figures'] }) {
  const { t } = useTranslation('today')
  return (
    <dl className="figures">
      {names
        .filter((name) => figures[name] !== null)
        .map((name) => (
          <div key={name} className="figure">
            <dt>{t(`figures.${name}`)}</dt>
            <dd>{figures[name]}</dd>
          </div>
        ))}
    </dl>
  )
}
