import { useTranslation } from 'react-i18next'
import type { GroupSessionState } from '../../casework/activities/group-session-course.ts'

const signs: Record<GroupSessionState, string> = { planned: '○', held: '✓', cancelled: '×' }

/** Where a session stands, in words with a sign beside them. */
export function SessionMark({ state }: { state: GroupSessionState }) {
  const { t } = useTranslation('group-courses')
  return (
    <span className={`group-state group-state-${state}`}>
      <span aria-hidden>{signs[state]}</span> {t(`session.state.${state}`)}
    </span>
  )
}
