import { Alert, Button, Checkbox, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Role } from '../../casework/staff.ts'
import { PassphraseFields } from '../access/passphrase-fields.tsx'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useCommand } from '../room/use-command.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { SavedAt } from '../ui/saved-at.tsx'
import { rolesOf } from './roles-of.ts'
import './staff.css'

interface Fields {
  name: string
  roles: Role[]
  passphrase: string
}

/** A new colleague: the administrator says who and as what, the colleague types the passphrase. */
export function AddColleague() {
  const { t } = useTranslation('staff')
  const { unit } = useSession()
  const [form] = Form.useForm<Fields>()
  const add = useCommand(room.addStaff)

  const save = async ({ name, roles, passphrase }: Fields) => {
    if ((await add.run({ name: name.trim(), roles, passphrase })) !== null) form.resetFields()
  }

  return (
    <Page title={t('addTitle')} width="form">
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ roles: [] }}
        onFinish={(fields) => void save(fields)}
      >
        <Form.Item
          name="name"
          label={t('name')}
          extra={t('nameHelp')}
          rules={[{ required: true, whitespace: true, message: t('nameMissing') }]}
        >
          <Input autoFocus maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="roles"
          label={t('roles')}
          rules={[{ required: true, type: 'array', min: 1, message: t('rolesMissing') }]}
        >
          <Checkbox.Group className="role-choices">
            {rolesOf(unit.kind).map((role) => (
              <Checkbox key={role} value={role}>
                <strong>{t(`role.${role}`)}</strong>
                <span className="role-reads">{t(`reads.${role}`)}</span>
              </Checkbox>
            ))}
          </Checkbox.Group>
        </Form.Item>
        <Alert type="info" title={t('handOver')} className="hand-over" />
        <PassphraseFields />
        <RefusalNotice refusal={add.refusal} />
        <div className="staff-buttons">
          <Button type="primary" htmlType="submit" loading={add.running}>
            {t('addSubmit')}
          </Button>
          <Link to="/settings">{t('toList')}</Link>
          <SavedAt at={add.doneAt} />
        </div>
        {add.doneAt !== null && <p className="quiet">{t('grantsFollow')}</p>}
      </Form>
    </Page>
  )
}
