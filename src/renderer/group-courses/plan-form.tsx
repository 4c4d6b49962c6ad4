import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { GroupCourse } from '../../casework/activities/group-course.ts'
import type { GroupSession } from '../../casework/activities/group-sessions.ts'
import { groupSessions } from '../../casework/activities/group-sessions.ts'
import type { Stored } from '../../casework/records/record.ts'
import { addDays, instantAt } from '../../tiering/calendar.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { dayAndTime, instantOf } from '../ui/day-and-time.ts'
import { FormActions } from '../ui/form-actions.tsx'
import { type When, WhenFields } from '../ui/when-fields.tsx'
import './group-courses.css'

interface Fields extends When {
  theme?: string
}

const usualMinutes = 90
const daysBetween = 7

/** A week after the last one, at the same time; the first on the day the course begins. */
const proposed = ({ steps, begins }: GroupCourse): Fields => {
  const last = groupSessions({ steps }).at(-1)?.plan
  if (last === undefined) return { ...dayAndTime(instantAt(begins, 14 * 60)), minutes: usualMinutes }
  const { day, time } = dayAndTime(last.startsAt)
  return { day: addDays(day, daysBetween), time, minutes: last.minutes }
}

/** Plans one more session, or one at another time. */
export function PlanForm({
  course: { id, revision, value },
  session,
  onSaved,
  onCancel,
}: {
  course: Stored<GroupCourse>
  session: GroupSession | null
  onSaved: () => void
  onCancel: () => void
}) {
  const { t } = useTranslation('group-courses')
  const plan = useCommand(({ day, time, minutes, theme }: Fields) =>
    room.planGroupSession({
      id,
      revision,
      session: session?.number ?? null,
      plan: { startsAt: instantOf({ day, time }) ?? '', minutes, theme: theme ?? '' },
    }),
  )
  const begin = session === null ? proposed(value) : { ...session.plan, ...dayAndTime(session.plan.startsAt) }
  return (
    <Form<Fields>
      layout="vertical"
      requiredMark={false}
      className="group-form"
      aria-label={t('session.planNew')}
      initialValues={begin}
      onFinish={(fields) => void plan.run(fields).then((saved) => saved && onSaved())}
    >
      <WhenFields autoFocus />
      <Form.Item name="theme" label={t('field.sessionTheme')}>
        <Input maxLength={200} />
      </Form.Item>
      <FormActions refusal={plan.refusal}>
        <Button type="primary" htmlType="submit" loading={plan.running}>
          {t('session.savePlan')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  )
}
