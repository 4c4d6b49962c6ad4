import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { meetingAttendance } from '../../casework/activities/attendance.ts'
import type { GroupCourse, GroupStep } from '../../casework/activities/group-course.ts'
import type { GroupSession } from '../../casework/activities/group-sessions.ts'
import type { Stored } from '../../casework/records/record.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { PlanForm } from './plan-form.tsx'
import { SessionMark } from './session-mark.tsx'

/** One session: what is planned or was held, what can be done, and everything that was entered about it. */
export function SessionLine({
  course,
  session,
  staffNames,
  onSaved,
}: {
  course: Stored<GroupCourse>
  session: GroupSession
  staffNames: Record<string, string>
  onSaved: () => void
}) {
  const { t } = useTranslation('group-courses')
  const { dateTime } = useFormatTime()
  const [asked, setAsked] = useState<'plan' | 'cancel' | null>(null)
  const { number, state, plan, meeting, steps } = session
  const isOver = course.value.endedAt !== null
  const { startsAt, theme } = meeting ?? plan
  const hasBegun = Date.parse(startsAt) <= Date.now()
  const done = () => {
    setAsked(null)
    onSaved()
  }
  return (
    <li>
      <div className="group-session">
        <span className="group-session-what">
          <strong>{t('session.number', { number })}</strong> <SessionMark state={state} />{' '}
          {dateTime(startsAt)}
          {theme !== '' && <span>{theme}</span>}
          {meeting !== null && (
            <span className="quiet">{t('headsCount', { count: meetingAttendance(meeting).heads })}</span>
          )}
        </span>
        {asked === null && (
          <span className="group-session-actions">
            {state === 'planned' && hasBegun && !isOver && (
              <Link to={`/activities/groups/${course.id}/sessions/${number}`}>
                {t('session.hold', { number })}
              </Link>
            )}
            {state === 'held' && (
              <Link to={`/activities/groups/${course.id}/sessions/${number}`}>
                {t('session.correct', { number })}
              </Link>
            )}
            {state !== 'held' && !isOver && (
              <Button
                size="small"
                aria-label={t(`session.again.${state}One`, { number })}
                onClick={() => setAsked('plan')}
              >
                {t(`session.again.${state}`)}
              </Button>
            )}
            {state === 'planned' && !isOver && (
              <Button
                size="small"
                aria-label={t('session.cancelOne', { number })}
                onClick={() => setAsked('cancel')}
              >
                {t('session.cancel')}
              </Button>
            )}
          </span>
        )}
      </div>
      {asked === 'plan' && (
        <PlanForm course={course} session={session} onSaved={done} onCancel={() => setAsked(null)} />
      )}
      {asked === 'cancel' && (
        <CancelForm course={course} number={number} onSaved={done} onCancel={() => setAsked(null)} />
      )}
      {steps.length > 1 && (
        <details className="group-history">
          <summary>{t('session.history', { count: steps.length })}</summary>
          <ol>
            {steps.map((step) => (
              <li key={step.at}>
                {t(`session.step.${step.kind}`, {
                  who: staffNames[step.by] ?? t('somebody'),
                  at: dateTime(step.at),
                })}{' '}
                <span className="quiet">
                  <StepText step={step} />
                </span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  )
}

/** What a step says besides who took it. */
function StepText({ step }: { step: GroupStep }) {
  const { t } = useTranslation('group-courses')
  const { dateTime } = useFormatTime()
  switch (step.kind) {
    case 'planned':
      return dateTime(step.plan.startsAt)
    case 'held':
      return t('headsCount', { count: meetingAttendance(step.meeting).heads })
    case 'corrected':
      return `${t('headsCount', { count: meetingAttendance(step.meeting).heads })} ${step.because}`
    case 'cancelled':
      return step.because
  }
}

function CancelForm({
  course: { id, revision },
  number,
  onSaved,
  onCancel,
}: {
  course: Stored<GroupCourse>
  number: number
  onSaved: () => void
  onCancel: () => void
}) {
  const { t } = useTranslation('group-courses')
  const cancel = useCommand(({ because }: { because: string }) =>
    room.cancelGroupSession({ id, revision, session: number, because }),
  )
  return (
    <Form<{ because: string }>
      layout="vertical"
      requiredMark={false}
      className="group-form"
      aria-label={t('session.cancelOne', { number })}
      onFinish={(fields) => void cancel.run(fields).then((saved) => saved && onSaved())}
    >
      <Form.Item
        name="because"
        label={t('session.whyCancelled')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('needed.because') }]}
      >
        <Input autoFocus maxLength={500} />
      </Form.Item>
      <FormActions refusal={cancel.refusal}>
        <Button type="primary" htmlType="submit" loading={cancel.running}>
          {t('session.cancelNow')}
        </Button>
        <Button onClick={onCancel}>{t('session.keep')}</Button>
      </FormActions>
    </Form>
  )
}
