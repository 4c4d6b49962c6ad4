import { useTranslation } from 'react-i18next'
import { rulesInForce } from '../../casework/unit/room-rules.ts'
import type { RoomRulesOnShow } from '../../room/contract/room-rules.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { useChangeLines } from './use-change-lines.ts'

/** Every change to the rules of the room, newest first: who, when, why, and what. */
export function RulesHistory({ rules: { adopted, proposed, staffNames } }: { rules: RoomRulesOnShow }) {
  const { t } = useTranslation('room-rules')
  const { dayTime } = useFormatTime()
  const linesOf = useChangeLines()
  if (adopted.length === 0) return null
  const values = adopted.map(({ value }) => value)
  return (
    <section className="panel" aria-label={t('history.title')}>
      <h2 className="panel-title">{t('history.title')}</h2>
      <ol className="room-rules-history">
        {adopted.map(({ id, value: { rules, changedBy, changedAt, because } }, place) => (
          <li key={id}>
            <p>
              <strong>{t(`${rules.kind}.title`)}</strong>{' '}
              {t('history.line', { who: staffNames[changedBy] ?? t('somebody'), at: dayTime(changedAt) })}
            </p>
            <blockquote>{because}</blockquote>
            <ul>
              {linesOf(rulesInForce(values.slice(place + 1), proposed), rules).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  )
}
