import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { RosterStep } from '../../casework/shifts/roster-duty.ts'
import { dayOf } from '../../tiering/calendar.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { DutySteps } from './duty-steps.tsx'
import './roster.css'

/** One duty on the roster: whose it is, how it came to be theirs, and swapping it. */
export function DutyPage() {
  const { t } = useTranslation('roster')
  const { dateTime } = useFormatTime()
  const { dutyId = '' } = useParams()
  const { data, failed, again } = useQuery(() => room.rosterDuty(dutyId), [dutyId])
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (data === null) return <Skeleton active />
  const { duty, standing, seats, staffNames } = data
  const { value } = duty
  const who = (id: string | null) => (id === null ? t('anybody') : (staffNames[id] ?? t('somebody')))
  const seat = seats.find(({ number }) => number === value.seat)
  return (
    <Page
      title={t('one.title', { who: who(standing.staffId), at: dateTime(value.from) })}
      lead={t(`state.${standing.state}`)}
      width="form"
      actions={<Link to={`/hotline/roster?day=${dayOf(value.from)}`}>{t('back')}</Link>}
    >
      <section className="panel" aria-label={t('one.what')}>
        <dl className="roster-facts">
          <dt>{t('field.seat')}</dt>
          <dd>{t('seat', { name: seat?.name ?? String(value.seat) })}</dd>
          <dt>{t('field.who')}</dt>
          <dd>{who(standing.staffId)}</dd>
          <dt>{t('field.from')}</dt>
          <dd>{dateTime(value.from)}</dd>
          <dt>{t('field.until')}</dt>
          <dd>{dateTime(value.until)}</dd>
        </dl>
      </section>
      <section className="panel" aria-labelledby="duty-history">
        <h2 className="panel-title" id="duty-history">
          {t('history.title')}
        </h2>
        <ol className="roster-history">
          <li>{t('history.planned', { who: who(value.plannedBy), at: dateTime(value.plannedAt) })}</li>
          {value.steps.map((step) => (
            <StepLine key={step.at} step={step} who={who} />
          ))}
        </ol>
      </section>
      <DutySteps key={duty.revision} onShow={data} onTaken={again} />
    </Page>
  )
}

function StepLine({ step, who }: { step: RosterStep; who: (id: string | null) => string }) {
  const { t } = useTranslation('roster')
  const { dateTime } = useFormatTime()
  const about = 'to' in step ? who(step.to) : 'of' in step ? who(step.of) : ''
  const note = 'because' in step ? step.because : 'note' in step ? step.note : ''
  return (
    <li>
      {t(`history.${step.kind}`, { who: who(step.by), at: dateTime(step.at), about })}
      {note !== '' && <p className="roster-note quiet">{note}</p>}
    </li>
  )
}
