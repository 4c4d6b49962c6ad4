import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Role } from '../../casework/staff/staff.ts'
import './staff.css'

/** Which of these roles somebody has, each with what it lets them read; for a `Form.Item`. */
export function RoleChoices({
  roles,
  value = [],
  onChange = () => undefined,
}: {
  roles: readonly Role[]
  value?: Role[]
  onChange?: (chosen: Role[]) => void
}) {
  const { t } = useTranslation('staff')
  return (
    <Checkbox.Group<Role> className="role-choices" aria-label={t('roles')} value={value} onChange={onChange}>
      {roles.map((role) => (
        <Checkbox key={role} value={role}>
          <strong>{t(`role.${role}`)}</strong>
          <span className="role-reads">{t(`reads.${role}`)}</span>
        </Checkbox>
      ))}
    </Checkbox.Group>
  )
}
