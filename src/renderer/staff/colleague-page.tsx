import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useQuery } from '../room/use-query.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { ChangeRoles } from './change-roles.tsx'
import { RemoveColleague } from './remove-colleague.tsx'
import './staff.css'

/** A colleague, for administrators: what they may do here, and the end of it. */
export function ColleaguePage() {
  const { t } = useTranslation('staff')
  const { staffId = '' } = useParams()
  const { me } = useSession()
  const navigate = useNavigate()
  const { data, failed, again } = useQuery(() => room.staffing(), [])
  const [removed, setRemoved] = useState<string | null>(null)
  const colleague = data?.staff.find(({ id }) => id === staffId)
  const toList = <Button onClick={() => void navigate('/settings')}>{t('toList')}</Button>

  if (removed !== null)
    return (
      <Page
        title={t('colleague.removedTitle', { name: removed })}
        lead={t('colleague.removedLead')}
        width="form"
      >
        <div className="staff-buttons">{toList}</div>
      </Page>
    )
  if (!colleague)
    return (
      <Page title={t('title')} width="form">
        <RefusalNotice refusal={failed} />
        {data === null && failed === null ? <Skeleton active /> : <p>{t('colleague.missing')}</p>}
        <div className="staff-buttons">{toList}</div>
      </Page>
    )
  const { name } = colleague
  const isMe = colleague.id === me.id
  return (
    <Page title={t('changeOf', { name })} {...(isMe ? { lead: t('colleague.self') } : {})} width="form">
      {!isMe && <ChangeRoles colleague={colleague} onChanged={again} />}
      {!isMe && <RemoveColleague colleague={colleague} onRemoved={() => setRemoved(name)} />}
      <div className="staff-buttons">{toList}</div>
    </Page>
  )
}
