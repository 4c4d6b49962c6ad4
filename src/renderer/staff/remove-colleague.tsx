import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { StaffMember } from '../../casework/staff/staff.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'
import './staff.css'

const follows = ['entry', 'keys', 'before', 'name'] as const

/** The end of a colleague's work here, and plainly what it does and what it cannot do. */
export function RemoveColleague({
  colleague: { id, name },
  onRemoved,
}: {
  colleague: StaffMember
  onRemoved: () => void
}) {
  const { t } = useTranslation('staff')
  const remove = useCommand(room.removeStaff)
  const end = async () => {
    if ((await remove.run(id)) !== null) onRemoved()
  }
  return (
    <section className="panel" aria-labelledby="colleague-leaves">
      <h2 className="panel-title" id="colleague-leaves">
        {t('colleague.leaveTitle')}
      </h2>
      <p>{t('colleague.leaveLead')}</p>
      <ul className="staff-points">
        {follows.map((point) => (
          <li key={point}>{t(`colleague.leave.${point}`, { name })}</li>
        ))}
      </ul>
      <FormActions refusal={remove.refusal}>
        <Button loading={remove.running} onClick={() => void end()}>
          {t('colleague.remove', { name })}
        </Button>
      </FormActions>
    </section>
  )
}
