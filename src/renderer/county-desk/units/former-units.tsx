import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Unit } from '../../../room/contract/county-units.ts'
import { useFormatTime } from '../../ui/format-time.ts'
import { unitPath } from './unit-path.ts'

/** Units that are no more, or begin later. */
export function FormerUnits({ units, today }: { units: Unit[]; today: string }) {
  const { t } = useTranslation('county-units')
  const { day } = useFormatTime()
  if (units.length === 0) return null
  return (
    <details className="units-fold">
      <summary>{t('others', { count: units.length })}</summary>
      <ul className="units-others">
        {units.map((unit) => (
          <li key={`${unit.level} ${unit.code}`}>
            <Link to={unitPath(unit)}>{unit.name}</Link>{' '}
            <span className="quiet">
              {unit.from > today
                ? t('begins', { day: day(unit.from) })
                : t('ended', { day: day(unit.until ?? today) })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
