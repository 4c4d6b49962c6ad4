import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { HotlineCall } from '../../casework/hotline-call.ts'
import type { Stored } from '../../casework/record.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { lengthOf } from './call-clock.tsx'
import { FollowUpEntry } from './follow-up-entry.tsx'
import './call-record.css'

/** A call that has ended, for reading. */
export function CallRecord({ stored, onChanged }: { stored: Stored<HotlineCall>; onChanged: () => void }) {
  const { t } = useTranslation('hotline')
  const { dayTime, time } = useFormatTime()
  const call = stored.value
  const { danger, endedAt } = call
  const strength = (value: number | null) => value ?? t('notMentioned')
  const dangerText =
    danger?.asked === 'yes'
      ? `${t('asked.yes')} · ${t(`dangerAnswer.${danger.answer}`)}`
      : `${t('asked.no')} · ${danger?.why ?? ''}`
  const special = call.specialKind === null ? '' : ` · ${t(`specialKind.${call.specialKind}`)}`
  const lines: [string, string | number][] = [
    ['callType', t(`callType.${call.callType}`) + special],
    ['callerRole', t(`callerRole.${call.callerRole}`)],
    ['alias', call.alias || t('notSaid')],
    ['sex', call.sex === null ? t('notSaid') : t(`sex.${call.sex}`)],
    ['ageBand', call.ageBand === null ? t('notSaid') : t(`ageBand.${call.ageBand}`)],
    ['danger', dangerText],
    ['ideation', strength(call.ideation)],
    ['hopelessness', strength(call.hopelessness)],
    ['responseLevel', call.responseLevel === null ? '' : t(`responseLevel.${call.responseLevel}`)],
    ['disposition', call.disposition === null ? '' : t(`disposition.${call.disposition}`)],
    ['followUpDue', call.followUpDue === null ? t('followUp.none') : dayTime(call.followUpDue)],
  ]
  return (
    <Page
      title={t('record.title', { at: dayTime(call.startedAt) })}
      lead={
        endedAt !== null && t('record.lead', { at: time(endedAt), length: lengthOf(call.startedAt, endedAt) })
      }
      actions={<Link to="/hotline">{t('record.back')}</Link>}
    >
      <div className="panel">
        <dl className="call-record-lines">
          {lines.map(([name, said]) => (
            <div key={name}>
              <dt>{t(`field.${name}`)}</dt>
              <dd>{said}</dd>
            </div>
          ))}
        </dl>
      </div>
      <section className="panel">
        <h2 className="panel-title">{t('field.concern')}</h2>
        <p className="call-record-text">{call.concern || t('record.noConcern')}</p>
      </section>
      <section className="panel">
        <h2 className="panel-title">{t('field.actions')}</h2>
        {call.actions.length === 0 && <p className="call-record-text">{t('record.noActions')}</p>}
        <ul className="call-record-actions">
          {call.actions.map((action) => (
            <li key={`${action.kind} ${action.at}`}>
              {t(`action.${action.kind}`)}
              <strong>{t(`actionState.${action.state}`)}</strong>
              <time dateTime={action.at}>{dayTime(action.at)}</time>
              {action.note !== '' && <span>{action.note}</span>}
            </li>
          ))}
        </ul>
      </section>
      <FollowUpEntry call={stored} onEntered={onChanged} />
    </Page>
  )
}
