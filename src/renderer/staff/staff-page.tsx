import { PlusOutlined } from '@ant-design/icons'
import { Button, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Role, StaffMember } from '../../casework/staff.ts'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useQuery } from '../room/use-query.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import './staff.css'

/** 设置 → 人员: who can sign in here and what their keys open. */
export function StaffPage() {
  const { t } = useTranslation('staff')
  const navigate = useNavigate()
  const { me } = useSession()
  const { data, failed } = useQuery(() => room.listStaff(), [])
  const mayAdd = me.roles.includes('administrator')
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        mayAdd && (
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => void navigate('/settings/add-colleague')}
          >
            {t('add')}
          </Button>
        )
      }
    >
      <RefusalNotice refusal={failed} />
      <Table<StaffMember>
        size="small"
        bordered
        rowKey="id"
        pagination={false}
        loading={data === null && failed === null}
        dataSource={data ?? []}
        columns={[
          {
            title: t('name'),
            dataIndex: 'name',
            width: 200,
            render: (name: string, { id }) => (id === me.id ? t('you', { name }) : name),
          },
          {
            title: t('roles'),
            dataIndex: 'roles',
            render: (roles: Role[]) => (
              <ul className="staff-roles">
                {roles.map((role) => (
                  <li key={role}>
                    <strong>{t(`role.${role}`)}</strong> {t(`reads.${role}`)}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      {!mayAdd && <p className="quiet">{t('askAdministrator')}</p>}
    </Page>
  )
}
