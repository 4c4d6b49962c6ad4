import { PlusOutlined } from '@ant-design/icons'
import { Button, Table, type TableColumnType } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Role, StaffMember } from '../../casework/staff/staff.ts'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useQuery } from '../room/use-query.ts'
import { goToNextRow } from '../ui/next-row.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { LockSettings } from './lock-settings.tsx'
import { PendingKeys } from './pending-keys.tsx'
import './staff.css'

/** 设置 → 人员: who can sign in here and what their keys open. */
export function StaffPage() {
  const { t } = useTranslation('staff')
  const navigate = useNavigate()
  const { me } = useSession()
  const { data, failed } = useQuery(() => room.staffing(), [])
  const mayChange = me.roles.includes('administrator')
  const change: TableColumnType<StaffMember> = {
    title: t('change'),
    key: 'change',
    width: 100,
    render: (_, { id, name }) =>
      id !== me.id && (
        <Link to={`/settings/staff/${id}`} aria-label={t('changeOf', { name })}>
          {t('change')}
        </Link>
      ),
  }
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        mayChange && (
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
      {data !== null && <PendingKeys staffing={data} />}
      <Table<StaffMember>
        size="small"
        bordered
        rowKey="id"
        onRow={() => ({ onKeyDown: goToNextRow })}
        pagination={false}
        loading={data === null && failed === null}
        dataSource={data?.staff ?? []}
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
          ...(mayChange ? [change] : []),
        ]}
      />
      {!mayChange && <p className="quiet">{t('askAdministrator')}</p>}
      <LockSettings />
    </Page>
  )
}
