import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { HoldForm } from './hold-form.tsx'

/** Enters how one session was held, or corrects what was entered. */
export function HoldSession() {
  const { t } = useTranslation('group-courses')
  const { dateTime } = useFormatTime()
  const navigate = useNavigate()
  const { courseId = '', session: number = '' } = useParams()
  const { data, failed } = useQuery(() => room.groupCourse(courseId), [courseId])
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (data === null) return <Skeleton active />
  const back = `/activities/groups/${courseId}`
  const session = data.sessions.find((one) => one.number === Number(number))
  if (session === undefined || session.state === 'cancelled')
    return (
      <Page title={data.course.value.title} lead={t('session.gone')}>
        <Link to={back}>{t('toCourse')}</Link>
      </Page>
    )
  return (
    <Page
      title={t(session.state === 'held' ? 'session.correct' : 'session.hold', { number: session.number })}
      lead={`${data.course.value.title} · ${dateTime((session.meeting ?? session.plan).startsAt)}`}
    >
      <HoldForm
        onShow={data}
        session={session}
        onSaved={() => void navigate(back)}
        onCancel={() => void navigate(back)}
      />
    </Page>
  )
}
