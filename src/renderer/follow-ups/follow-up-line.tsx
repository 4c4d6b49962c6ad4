import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FollowUp } from '../../casework/follow-ups/follow-up.ts'
import type { Stored } from '../../casework/records/record.ts'
import { dayOf } from '../../tiering/calendar.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { draftName, useDraftWaiting } from '../ui/use-draft.ts'
import { CancelForm } from './cancel-form.tsx'
import { ResultForm } from './result-form.tsx'

/** One follow-up that is left: when, why, and entering what came of it. */
export function FollowUpLine({
  followUp,
  plannedBy,
  onSaved,
}: {
  followUp: Stored<FollowUp>
  plannedBy: string
  /** With what followed from a result; with nothing for one that was cancelled. */
  onSaved: (followed?: { next: string | null; crisis: 'opened' | 'joined' | null }) => void
}) {
  const { t } = useTranslation('follow-ups')
  const { day } = useFormatTime()
  const { clientId, due, why } = followUp.value
  const waiting = useDraftWaiting(draftName('followUpResult', clientId, followUp.id))
  const [opened, setOpened] = useState<'result' | 'cancel' | 'nothing' | null>(null)
  const open = opened ?? (waiting ? 'result' : 'nothing')
  const today = dayOf(new Date().toISOString())
  return (
    <li className="follow-up">
      <strong>{day(due)}</strong>
      <span className={due < today ? 'follow-up-late' : 'quiet'}>
        {t(due < today ? 'left.late' : due === today ? 'left.today' : 'left.ahead')}
      </span>
      <span>{why.kind === 'person' ? why.note : t(`why.${why.kind}`)}</span>
      <span className="quiet">{t('left.by', { who: plannedBy })}</span>
      {open === 'nothing' && (
        <span className="follow-up-acts">
          <Button
            type="primary"
            ghost
            aria-label={t('result.of', { day: day(due) })}
            onClick={() => setOpened('result')}
          >
            {t('result.open')}
          </Button>
          <Button aria-label={t('cancelling.of', { day: day(due) })} onClick={() => setOpened('cancel')}>
            {t('cancelling.open')}
          </Button>
        </span>
      )}
      {open === 'result' && (
        <ResultForm followUp={followUp} onSaved={onSaved} onCancel={() => setOpened('nothing')} />
      )}
      {open === 'cancel' && (
        <CancelForm followUp={followUp} onSaved={() => onSaved()} onCancel={() => setOpened('nothing')} />
      )}
    </li>
  )
}

/** A follow-up that was done, tried or cancelled. */
export function PastFollowUp({
  followUp: { due, result, cancelled },
  staffNames,
}: {
  followUp: FollowUp
  staffNames: Record<string, string>
}) {
  const { t } = useTranslation('follow-ups')
  const { day, dayTime } = useFormatTime()
  const who = (id: string) => staffNames[id] ?? t('somebody')
  return (
    <li className="follow-up">
      <strong>{day(due)}</strong>
      {result !== null && (
        <>
          <span className={result.reached === 'notReached' ? 'follow-up-late' : ''}>
            {t(`reached.${result.reached}`)}
          </span>
          <span className="quiet">
            {t('past.done', {
              at: dayTime(result.doneAt),
              who: who(result.doneBy),
              mode: t(`mode.${result.mode}`),
            })}
          </span>
          <span>{t(`asked.${result.askedAgain}`)}</span>
          <p className="follow-up-entry">{result.entry}</p>
        </>
      )}
      {cancelled !== null && (
        <>
          <span className="quiet">
            {t('past.cancelled', { at: dayTime(cancelled.at), who: who(cancelled.by) })}
          </span>
          <span>
            {cancelled.because.kind === 'person'
              ? cancelled.because.note
              : t(`past.because.${cancelled.because.kind}`)}
          </span>
        </>
      )}
    </li>
  )
}
