import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOnShow } from '../../room/contract/hotline.ts'
import { useRefusalText } from '../refusals/refusal-text.ts'
import { useSession } from '../room/session.tsx'
import { useFormatTime } from '../ui/format-time.ts'

/** What is still to be done of a call before it can be closed, and who has it in hand. */
export function CallWaits({ onShow }: { onShow: CallOnShow }) {
  const { t } = useTranslation('call-record')
  const { t: crisis } = useTranslation('crisis')
  const { dayTime } = useFormatTime()
  const text = useRefusalText()
  const { me } = useSession()
  const title = useId()
  const { standing, closing, followUps, staffNames } = onShow
  const { state, handedTo, escalatedAt, inDanger, owed, level } = standing
  const nameOf = (id: string) => staffNames[id] ?? crisis('somebody')
  const isForMe = handedTo === me.id
  const isNow = isForMe || followUps.some(({ late }) => late === 'overdue' || late === 'missed')
  const urgent = state !== 'closed' && inDanger && owed === 'atOnce' && closing.length > 0
  return (
    <section
      className={isNow || urgent ? 'panel crisis-next crisis-next-now' : 'panel crisis-next'}
      aria-labelledby={title}
    >
      <h2 className="panel-title" id={title}>
        {t(state === 'closed' ? 'waits.closedTitle' : 'waits.title')}
      </h2>
      {isForMe && <p className="crisis-missed">{t('waits.handedToMe')}</p>}
      {handedTo !== null && !isForMe && <p>{t('waits.handedTo', { who: nameOf(handedTo) })}</p>}
      {escalatedAt !== null && <p>{crisis('next.escalated', { at: dayTime(escalatedAt) })}</p>}
      <p>
        {t('waits.responsible', { who: nameOf(standing.responsible) })} ·{' '}
        {crisis('strip.level', { level: crisis(`level.${level ?? 'none'}`) })}
      </p>
      {state === 'closed' && <p>{t('waits.closed')}</p>}
      {state !== 'closed' && closing.length === 0 && <p>{t('waits.clear')}</p>}
      {state !== 'closed' && closing.length > 0 && (
        <ul className="call-waits">
          {closing.map((block) => (
            <li key={block.code}>{text(block)}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
