import { Button, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Role, StaffMember } from '../../casework/staff/staff.ts'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'
import { SavedAt } from '../ui/saved-at.tsx'
import { RoleChoices } from './role-choices.tsx'
import { rolesOf } from './roles-of.ts'
import './staff.css'

/** What a colleague may do here, and what changing it means. */
export function ChangeRoles({ colleague, onChanged }: { colleague: StaffMember; onChanged: () => void }) {
  const { t } = useTranslation('staff')
  const { unit } = useSession()
  const [form] = Form.useForm<{ roles: Role[] }>()
  const chosen = Form.useWatch('roles', form) ?? colleague.roles
  const change = useCommand(room.setRoles)
  const unchanged = chosen.toSorted().join() === colleague.roles.toSorted().join()

  const save = async ({ roles }: { roles: Role[] }) => {
    if ((await change.run({ id: colleague.id, roles })) !== null) onChanged()
  }

  return (
    <section className="panel" aria-labelledby="colleague-roles">
      <h2 className="panel-title" id="colleague-roles">
        {t('colleague.rolesTitle')}
      </h2>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ roles: colleague.roles }}
        onFinish={(fields) => void save(fields)}
      >
        <Form.Item name="roles" rules={[{ type: 'array', min: 1, message: t('rolesMissing') }]}>
          <RoleChoices roles={rolesOf(unit.kind)} />
        </Form.Item>
        <p className="quiet">{t('colleague.rolesFollow')}</p>
        <FormActions refusal={change.refusal}>
          <Button type="primary" htmlType="submit" disabled={unchanged} loading={change.running}>
            {t('colleague.save')}
          </Button>
          {unchanged && change.doneAt === null && <span className="quiet">{t('colleague.unchanged')}</span>}
          <SavedAt at={change.doneAt} />
        </FormActions>
      </Form>
    </section>
  )
}
