import { useTranslation } from 'react-i18next'
import type { Language } from '../../casework/records/values.ts'
import type { Sitting } from '../../room/contract/kiosk-api.ts'
import { minutesFor } from '../questionnaire/minutes.ts'
import { StaffDoor } from './staff-door.tsx'
import { WhatIsAsked } from './what-is-asked.tsx'

const points = ['whatItIs', 'voluntary', 'whoSees'] as const

/** What this is, that it is voluntary, how long it takes and who sees it, before the first question. */
export function Welcome({
  rater,
  open,
  language,
  onBegin,
}: {
  rater: Sitting['rater']
  open: Sitting['questionnaires']
  language: Language
  onBegin: () => void
}) {
  const { t } = useTranslation('kiosk')
  const left = open.flatMap(({ survey, answered }) =>
    survey.pages
      .flatMap(({ elements }) => elements)
      .filter(({ name, visibleIf }) => visibleIf === undefined && !answered.includes(name)),
  ).length
  const resumed = open.some(({ answered }) => answered.length > 0)

  return (
    <main className="kiosk-page kiosk-welcome">
      <h1>{t(resumed ? 'welcome.again' : 'welcome.title')}</h1>
      <ul>
        {points.map((point) => (
          <li key={point} className="kiosk-text">
            {t(`welcome.${rater}.${point}`)}
          </li>
        ))}
        <li className="kiosk-text">
          {t(resumed ? 'welcome.left' : 'welcome.howLong', { questions: left, minutes: minutesFor(left) })}
        </li>
      </ul>
      <WhatIsAsked questionnaires={open} language={language} />
      <div className="kiosk-actions">
        <StaffDoor />
        <button type="button" className="kiosk-primary" onClick={onBegin}>
          {t(resumed ? 'welcome.resume' : 'welcome.begin')}
        </button>
      </div>
    </main>
  )
}
