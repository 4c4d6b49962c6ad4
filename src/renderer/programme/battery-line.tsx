import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { minutesFor } from '../questionnaire/minutes.ts'
import type { ShelfNames } from './use-shelf-names.ts'

/** What a battery is: its name, the instruments in their order, how long it takes and how often it is repeated. */
export function BatteryLine({
  name,
  about,
  instruments,
  everyWeeks,
  names: { titleOfId, instrumentOf },
  children,
}: {
  name: string
  about?: string
  instruments: readonly string[]
  everyWeeks: number | null
  names: ShelfNames
  /** What can be done with it. */
  children?: ReactNode
}) {
  const { t } = useTranslation('programme')
  const questions = instruments.reduce((sum, one) => sum + (instrumentOf(one)?.items.length ?? 0), 0)
  const gone = instruments.filter((one) => instrumentOf(one) === undefined)
  return (
    <li className="battery-line">
      <div className="battery-what">
        <h3>{name}</h3>
        {about !== undefined && <p>{about}</p>}
        <ol>
          {instruments.map((one) => (
            <li key={one}>{titleOfId(one)}</li>
          ))}
        </ol>
        <p>
          {[
            t('questions', { count: questions }),
            t('minutes', { count: minutesFor(questions) }),
            everyWeeks === null ? t('notRepeated') : t('repeated', { count: everyWeeks }),
          ].join(' · ')}
        </p>
        {gone.length > 0 && <p className="battery-gone">{t('gone', { titles: gone.join(t('comma')) })}</p>}
      </div>
      {children !== undefined && <div className="battery-actions">{children}</div>}
    </li>
  )
}
