import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ClueOnShow } from '../../room/contract/clues.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { draftName, useDraftWaiting } from '../ui/use-draft.ts'
import { AnswerClueForm } from './answer-clue-form.tsx'

/** One clue: who told it, how it stands, the words, and what came of it or the way to enter that. */
export function ClueLine({
  onShow: { clue, standing },
  staffNames,
  onSaved,
}: {
  onShow: ClueOnShow
  staffNames: Record<string, string>
  onSaved: () => void
}) {
  const { t } = useTranslation('clues')
  const { day, dayTime } = useFormatTime()
  const { clientId, assessmentId, source, told, receivedBy, receivedAt, expires, outcome } = clue.value
  const waiting = useDraftWaiting(draftName('clueAnswer', clientId, clue.id))
  const [opened, setOpened] = useState<boolean | null>(null)
  const answering = outcome === null && (opened ?? waiting)
  const nameOf = (id: string) => staffNames[id] ?? t('somebody')
  return (
    <li className="clue">
      <p className="clue-head">
        <strong className={`clue-standing clue-${standing}`}>
          {t(`standing.${standing}`, { day: day(expires) })}
        </strong>
        <span className="quiet">
          {t('source', { source, who: nameOf(receivedBy), day: day(receivedAt) })}
        </span>
        {assessmentId !== null && (
          <Link to={`/clients/${clientId}/assessments/${assessmentId}`}>{t('list')}</Link>
        )}
      </p>
      <p className="clue-words">{told}</p>
      {outcome !== null && (
        <p className="clue-words">
          <span className="quiet">{t('outcome', { who: nameOf(outcome.by), at: dayTime(outcome.at) })}</span>{' '}
          {outcome.entry}
        </p>
      )}
      {answering ? (
        <AnswerClueForm
          clue={clue}
          onDone={(answered) => {
            setOpened(false)
            if (answered) onSaved()
          }}
        />
      ) : (
        outcome === null && (
          <Button type="primary" ghost onClick={() => setOpened(true)}>
            {t('answer.open')}
          </Button>
        )
      )}
    </li>
  )
}
