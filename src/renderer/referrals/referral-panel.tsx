import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { openSteps } from '../../casework/records/course.ts'
import { type ReferralStepKind, referralCourse } from '../../casework/referrals/referral-course.ts'
import type { OutgoingFile } from '../../room/contract/exchange.ts'
import type { ReferralOnShow, ReferralShelf } from '../../room/contract/referrals.ts'
import { SaveFileButton } from '../exchange/save-file-button.tsx'
import { useSession } from '../room/session.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { draftName, useDraftWaiting } from '../ui/use-draft.ts'
import { EventForm } from './event-form.tsx'
import { ReferralForm } from './referral-form.tsx'
import { ReferralHistory } from './referral-history.tsx'
import { SendForm } from './send-form.tsx'

/** What is being written: the referral itself, one of its steps, or nothing. */
type Writing = 'edit' | ReferralStepKind | 'nothing'

/** One referral: to whom, how far it has come, what happened, and what can be done next. */
export function ReferralPanel({
  onShow,
  shelf,
  onSaved,
}: {
  onShow: ReferralOnShow
  shelf: ReferralShelf
  onSaved: () => void
}) {
  const { t } = useTranslation('referrals')
  const { day } = useFormatTime()
  const { me } = useSession()
  const { referral, standing, late } = onShow
  const { clientId, receiver, urgency, question, told, writtenBy, steps } = referral.value
  const waiting = useDraftWaiting(draftName('referral', clientId, referral.id))
  /** Null as long as nobody has opened or closed anything: what was being written is open then. */
  const [opened, setOpened] = useState<Writing | null>(null)
  const [file, setFile] = useState<OutgoingFile | null>(null)
  const isTheirs = writtenBy === me.id || me.roles.includes('supervisor')
  const possible = openSteps(referralCourse, standing.state).filter(
    (step) => isTheirs || (step !== 'sent' && step !== 'withdrawn'),
  )
  const isDraft = standing.state === 'draft'
  const writing = opened ?? (isDraft && waiting ? 'edit' : 'nothing')
  const nothing = () => setOpened('nothing')
  const title = `referral-${referral.id}`
  const saved = () => {
    nothing()
    onSaved()
  }

  return (
    <section className="panel referral" aria-labelledby={title}>
      <header>
        <h2 className="panel-title" id={title}>
          {receiver.name}
        </h2>
        <span>{t(`receiver.kinds.${receiver.kind}`)}</span>
        <strong className={`referral-state referral-${standing.state}`}>
          {t(`state.${standing.state}`)}
        </strong>
        <span className={urgency === 'atOnce' ? 'referral-urgent' : 'quiet'}>{t(`urgency.${urgency}`)}</span>
        {standing.due !== null && (
          <span className={late ? 'referral-late' : 'quiet'}>
            {t(late ? 'late' : 'due', { day: day(standing.due) })}
          </span>
        )}
      </header>
      {writing === 'edit' ? (
        <ReferralForm clientId={clientId} referral={referral} onSaved={saved} onCancel={nothing} />
      ) : (
        <>
          <dl className="referral-facts">
            {receiver.contact !== '' && (
              <div>
                <dt>{t('form.contact')}</dt>
                <dd>{receiver.contact}</dd>
              </div>
            )}
            <div>
              <dt>{t('form.question')}</dt>
              <dd>{question}</dd>
            </div>
            <div>
              <dt>{t('form.told')}</dt>
              <dd>{told === '' ? t('nothing') : told}</dd>
            </div>
          </dl>
          <ReferralHistory referral={referral.value} staffNames={shelf.staffNames} />
        </>
      )}
      {file !== null && (
        <>
          <p role="status">{t('send.recorded')}</p>
          <SaveFileButton file={file} primary>
            {t('send.save')}
          </SaveFileButton>
        </>
      )}
      {writing === 'sent' && (
        <SendForm
          referral={referral}
          rules={shelf.rules}
          onSent={(written) => {
            setFile(written)
            saved()
          }}
          onCancel={nothing}
        />
      )}
      {writing !== 'nothing' && writing !== 'sent' && writing !== 'edit' && (
        <EventForm key={writing} kind={writing} referral={referral} onSaved={saved} onCancel={nothing} />
      )}
      {writing === 'nothing' && (
        <div className="referral-acts">
          {possible.map((step, place) => (
            <Button
              key={step}
              type={place === 0 ? 'primary' : 'default'}
              ghost={place === 0}
              aria-label={t('act.of', { act: t(`act.${step}`), receiver: receiver.name })}
              onClick={() => setOpened(step)}
            >
              {t(`act.${step}`)}
            </Button>
          ))}
          {isDraft && isTheirs && <Button onClick={() => setOpened('edit')}>{t('act.edit')}</Button>}
          {steps.some(({ kind }) => kind === 'sent') && standing.state !== 'closed' && (
            <Link to={`/clients/${clientId}/referrals/${referral.id}/slip`}>{t('act.slip')}</Link>
          )}
        </div>
      )}
    </section>
  )
}
