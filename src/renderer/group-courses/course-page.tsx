import { PlusOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { GroupCourseOnShow } from '../../room/contract/group-courses.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { SavedAt } from '../ui/saved-at.tsx'
import { draftName, useDraftWaiting } from '../ui/use-draft.ts'
import { AttendanceGrid } from './attendance-grid.tsx'
import { CourseForm } from './course-form.tsx'
import { PlanForm } from './plan-form.tsx'
import { SessionLine } from './session-line.tsx'
import './group-courses.css'

/** One course: what it is, its sessions, and who came when. */
export function CoursePage() {
  const { t } = useTranslation('group-courses')
  const { courseId = '' } = useParams()
  const { data, failed, again } = useQuery(() => room.groupCourse(courseId), [courseId])
  const waiting = useDraftWaiting(draftName('groupCourse', courseId))
  const [asked, setOpened] = useState<'change' | 'plan' | 'none' | null>(null)
  const opened = asked ?? (waiting ? 'change' : 'none')
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const end = useCommand((revision: number) => room.endGroupCourse({ id: courseId, revision }))
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (data === null) return <Skeleton active />

  const { course, sessions, staffNames, fileNumbers } = data
  const { value, revision } = course
  const isOver = value.endedAt !== null
  const saved = () => {
    setOpened('none')
    setSavedAt(new Date())
    again()
  }
  if (opened === 'change')
    return (
      <Page title={t('changeOf', { title: value.title })} width="form">
        <CourseForm
          stored={course}
          begin={value}
          fileNumbers={fileNumbers}
          onSaved={saved}
          onCancel={() => setOpened('none')}
        />
      </Page>
    )
  const isDone = sessions.length > 0 && sessions.every(({ state }) => state !== 'planned')
  return (
    <Page
      title={value.title}
      lead={
        <>
          {[
            t(isOver ? 'courseState.over' : 'courseState.running'),
            value.leaders.map((id) => staffNames[id] ?? t('somebody')).join(t('comma')),
            value.place,
          ]
            .filter((part) => part !== '')
            .join(' · ')}{' '}
          <SavedAt at={savedAt} />
        </>
      }
      actions={
        !isOver && (
          <>
            {isDone && (
              <Button
                loading={end.running}
                onClick={() => void end.run(revision).then((done) => done && saved())}
              >
                {t('end')}
              </Button>
            )}
            <Button onClick={() => setOpened('change')}>{t('change')}</Button>
            <Button
              type="primary"
              icon={<PlusOutlined aria-hidden />}
              disabled={opened === 'plan'}
              onClick={() => setOpened('plan')}
            >
              {t('session.planNew')}
            </Button>
          </>
        )
      }
    >
      <RefusalNotice refusal={end.refusal} />
      <CourseFacts onShow={data} />
      <section className="panel" aria-labelledby="group-sessions">
        <h2 className="panel-title" id="group-sessions">
          {t('session.title')}
        </h2>
        {opened === 'plan' && (
          <PlanForm course={course} session={null} onSaved={saved} onCancel={() => setOpened('none')} />
        )}
        {sessions.length === 0 && opened !== 'plan' && <p className="quiet">{t('session.none')}</p>}
        <ol className="group-sessions">
          {sessions.map((session) => (
            <SessionLine
              key={session.number}
              course={course}
              session={session}
              staffNames={staffNames}
              onSaved={saved}
            />
          ))}
        </ol>
      </section>
      <section className="panel" aria-labelledby="group-attendance">
        <h2 className="panel-title" id="group-attendance">
          {t('attendance.title')}
        </h2>
        <AttendanceGrid members={data.attendance.members} sessions={sessions} fileNumbers={fileNumbers} />
      </section>
      <Link to="/activities/groups">{t('back')}</Link>
    </Page>
  )
}

function CourseFacts({ onShow: { course, attendance } }: { onShow: GroupCourseOnShow }) {
  const { t } = useTranslation('group-courses')
  const { day } = useFormatTime()
  const { theme, plan, begins, endedAt } = course.value
  const { meetings, planned, heads, knownPeople, feedback } = attendance
  const facts: [string, string][] = [
    [t('fact.held'), t('heldOf', { held: meetings, planned })],
    [t('fact.heads'), t('headsCount', { count: heads })],
    [t('fact.knownPeople'), t('peopleCount', { count: knownPeople })],
    ...(feedback === null
      ? []
      : [
          [t('fact.feedback'), t('feedbackOf', { mean: (feedback / 10).toFixed(1) })] satisfies [
            string,
            string,
          ],
        ]),
    [t('field.begins'), day(begins)],
    ...(endedAt === null ? [] : [[t('fact.ended'), day(endedAt)] satisfies [string, string]]),
    ...(theme === '' ? [] : [[t('field.theme'), theme] satisfies [string, string]]),
    ...(plan === '' ? [] : [[t('field.plan'), plan] satisfies [string, string]]),
  ]
  return (
    <section className="panel" aria-label={t('fact.label')}>
      <dl className="group-facts">
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
