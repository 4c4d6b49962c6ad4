import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { CrisisFollowUpNow } from '../../room/contract/crisis.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { useSpanText } from './use-span-text.ts'

/** The follow-ups an episode asks for, each with how it stands. */
export function CrisisChain({
  followUps,
  lead,
}: {
  followUps: CrisisFollowUpNow[]
  /** From when they count; left out, from the talk in which danger was confirmed. */
  lead?: string
}) {
  const { t } = useTranslation('crisis')
  const { dayTime } = useFormatTime()
  const spanText = useSpanText()
  const title = useId()
  return (
    <section className="panel" aria-labelledby={title}>
      <h2 className="panel-title" id={title}>
        {t('chain.title')}
      </h2>
      <p className="quiet">{lead ?? t('chain.lead')}</p>
      <ol className="crisis-lines">
        {followUps.map(({ afterHours, due, state, late }) => {
          const stands = state === 'left' ? (late ?? 'later') : state
          return (
            <li key={afterHours} className="crisis-line">
              <span>
                <strong>{spanText(afterHours)}</strong>{' '}
                <span className="quiet">{t('chain.due', { at: dayTime(due) })}</span>
              </span>
              <span className={`crisis-mark crisis-mark-${stands}`}>{t(`chain.state.${stands}`)}</span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
