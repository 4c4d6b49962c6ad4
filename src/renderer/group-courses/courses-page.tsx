import { PlusOutlined } from '@ant-design/icons'
import { Button, Skeleton, Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { GroupCourseLine } from '../../room/contract/group-courses.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { goToNextRow } from '../ui/next-row.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import './group-courses.css'

/** 团体辅导: every course this room gives or gave. */
export function CoursesPage() {
  const { t } = useTranslation('group-courses')
  const navigate = useNavigate()
  const { data, failed } = useQuery(() => room.groupCourses(), [])
  const open = (
    <Button
      type="primary"
      icon={<PlusOutlined aria-hidden />}
      onClick={() => void navigate('/activities/groups/new')}
    >
      {t('new.title')}
    </Button>
  )
  return (
    <Page title={t('title')} lead={t('lead')} actions={data?.courses.length !== 0 && open}>
      <RefusalNotice refusal={failed} />
      {data === null && failed === null && <Skeleton active />}
      {data !== null && data.unreadable > 0 && (
        <p role="status" className="group-warning">
          {t('unreadable', { count: data.unreadable })}
        </p>
      )}
      {data !== null && (
        <section className="panel">
          {data.courses.length === 0 ? (
            <EmptyState title={t('empty.title')} action={open}>
              {t('empty.text')}
            </EmptyState>
          ) : (
            <CourseTable courses={data.courses} staffNames={data.staffNames} />
          )}
        </section>
      )}
    </Page>
  )
}

function CourseTable({
  courses,
  staffNames,
}: {
  courses: GroupCourseLine[]
  staffNames: Record<string, string>
}) {
  const { t } = useTranslation('group-courses')
  const columns: TableColumnsType<GroupCourseLine> = [
    {
      title: t('column.title'),
      ellipsis: true,
      render: (_, { id, course }) => <Link to={`/activities/groups/${id}`}>{course.title}</Link>,
    },
    {
      title: t('column.state'),
      width: 110,
      render: (_, { course }) => (
        <span className={`group-course-${course.endedAt === null ? 'running' : 'over'}`}>
          {t(course.endedAt === null ? 'courseState.running' : 'courseState.over')}
        </span>
      ),
    },
    {
      title: t('column.leaders'),
      ellipsis: true,
      render: (_, { course }) => course.leaders.map((id) => staffNames[id] ?? t('somebody')).join(t('comma')),
    },
    {
      title: t('column.sessions'),
      width: 130,
      align: 'right',
      render: (_, { held, planned }) => t('heldOf', { held, planned }),
    },
    { title: t('column.heads'), width: 90, align: 'right', dataIndex: 'heads' },
    {
      title: t('column.next'),
      width: 220,
      render: (_, line) => <Next line={line} />,
    },
  ]
  return (
    <Table
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={courses}
      pagination={false}
      onRow={() => ({ onKeyDown: goToNextRow })}
    />
  )
}

/** When the next session is; one that was to be and is not entered yet is said to wait. */
function Next({ line: { next, course } }: { line: GroupCourseLine }) {
  const { t } = useTranslation('group-courses')
  const { dateTime, day } = useFormatTime()
  if (next === null) return course.endedAt === null ? '–' : t('endedOn', { day: day(course.endedAt) })
  if (Date.parse(next) > Date.now()) return dateTime(next)
  return <span className="group-warning">{t('notEntered', { at: day(next) })}</span>
}
