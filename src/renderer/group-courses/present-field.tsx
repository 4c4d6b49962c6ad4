import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CourseAttendance } from '../../casework/activities/attendance.ts'
import type { GroupSession } from '../../casework/activities/group-sessions.ts'
import { AddMember } from './add-member.tsx'
import { AttendanceGrid } from './attendance-grid.tsx'

/** Who came to one session: the column of it in the grid, and whoever came besides. */
export function PresentField({
  value = [],
  onChange,
  members,
  sessions,
  session,
  fileNumbers,
}: {
  value?: string[]
  onChange?: (present: string[]) => void
  members: CourseAttendance['members']
  sessions: readonly GroupSession[]
  session: number
  fileNumbers: Record<string, string>
}) {
  const { t } = useTranslation('group-courses')
  const [added, setAdded] = useState<Record<string, string>>({})
  const known = members.map(({ clientId }) => clientId)
  const others = [...new Set([...Object.keys(added), ...value])].filter((id) => !known.includes(id))
  const rows = [...members, ...others.map((clientId) => ({ clientId, listed: false }))]
  const numbers = { ...fileNumbers, ...added }
  /** Whoever is erased can be named no more. */
  const all = rows.map(({ clientId }) => clientId).filter((id) => numbers[id] !== undefined)
  const isFull = all.every((id) => value.includes(id))
  return (
    <div className="group-present">
      <p className="quiet">{t('present.keys')}</p>
      <AttendanceGrid
        members={rows}
        sessions={sessions}
        fileNumbers={numbers}
        recording={{ session, present: value, onChange: (present) => onChange?.(present) }}
      />
      <div className="group-present-tools">
        {rows.length > 1 && (
          <Button onClick={() => onChange?.(isFull ? [] : all)}>
            {t(isFull ? 'present.nobody' : 'present.everybody')}
          </Button>
        )}
        <span aria-hidden>{t('present.add')}</span>
        <AddMember
          label={t('present.add')}
          taken={all}
          onAdd={({ id, fileNumber }) => {
            setAdded((before) => ({ ...before, [id]: fileNumber }))
            onChange?.([...value.filter((one) => one !== id), id])
          }}
        />
        <span role="status">{t('present.ticked', { count: value.length })}</span>
      </div>
    </div>
  )
}
