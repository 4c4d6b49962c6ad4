import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CrisisEpisode } from '../../casework/crisis/crisis-episode.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { StepLine } from './step-line.tsx'

/** Everything that happened in an episode, the newest first, down to what it began with. */
export function CrisisHistory({
  episode: { openedAt, openedBy, from, steps },
  staffNames,
}: {
  episode: CrisisEpisode
  staffNames: Record<string, string>
}) {
  const { t } = useTranslation('crisis')
  const { dayTime } = useFormatTime()
  const title = useId()
  const nameOf = (id: string) => staffNames[id] ?? t('somebody')
  return (
    <section className="panel" aria-labelledby={title}>
      <h2 className="panel-title" id={title}>
        {t('history.title')}
      </h2>
      <ol className="crisis-history">
        {steps.toReversed().map((step) => (
          <li key={`${step.at} ${step.kind}`}>
            <StepLine step={step} nameOf={nameOf} />
          </li>
        ))}
        <li>
          <span className="quiet">{t('history.line', { at: dayTime(openedAt), who: nameOf(openedBy) })}</span>
          <strong>{t(`history.${from.kind}`)}</strong>
          {from.kind === 'call' && <Link to={`/hotline/${from.callId}`}>{t('history.seeCall')}</Link>}
          {from.kind === 'observed' && <span className="crisis-note">{from.note}</span>}
        </li>
      </ol>
    </section>
  )
}
