import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Role } from '../../casework/staff/staff.ts'
import { PassphraseFields } from '../access/passphrase-fields.tsx'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useCommand } from '../room/use-command.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { ColleagueAdded } from './colleague-added.tsx'
import { RoleChoices } from './role-choices.tsx'
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
  const navigate = useNavigate()
  const [added, setAdded] = useState<string | null>(null)
  const add = useCommand(room.addStaff)

  const save = async ({ name, roles, passphrase }: Fields) => {
    if ((await add.run({ name: name.trim(), roles, passphrase })) !== null) setAdded(name.trim())
  }

  if (added !== null) return <ColleagueAdded name={added} at={add.doneAt} onAnother={() => setAdded(null)} />

  return (
    <Page title={t('addTitle')} width="form">
      <Form<Fields>
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
          rules={[{ type: 'array', min: 1, message: t('rolesMissing') }]}
        >
          <RoleChoices roles={rolesOf(unit.kind)} />
        </Form.Item>
        <Alert type="info" title={t('handOver')} className="hand-over" />
        <PassphraseFields known={[unit.name, unit.code]} names={['name']} />
        <RefusalNotice refusal={add.refusal} />
        <div className="staff-buttons">
          <Button type="primary" htmlType="submit" loading={add.running}>
            {t('addSubmit')}
          </Button>
          <Button type="text" disabled={add.running} onClick={() => void navigate('/settings')}>
            {t('toList')}
          </Button>
        </div>
      </Form>
    </Page>
  )
}
