import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { dayOf } from '../../tiering/calendar.ts'
import { useSession } from '../room/session.tsx'
import { Page } from '../ui/page.tsx'
import { CourseForm } from './course-form.tsx'

const usualSessions = 6

/** Lays down a new course; its sessions are planned on its own page. */
export function NewCourse() {
  const { t } = useTranslation('group-courses')
  const navigate = useNavigate()
  const { me } = useSession()
  return (
    <Page title={t('new.title')} lead={t('new.lead')} width="form">
      <CourseForm
        stored={null}
        begin={{
          title: '',
          theme: '',
          plan: '',
          leaders: [me.id],
          place: '',
          plannedMeetings: usualSessions,
          begins: dayOf(new Date().toISOString()),
          members: [],
        }}
        fileNumbers={{}}
        onSaved={(id) => void navigate(`/activities/groups/${id}`, { replace: true })}
        onCancel={() => void navigate('/activities/groups')}
      />
    </Page>
  )
}
