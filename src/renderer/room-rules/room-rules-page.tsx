import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { DialRules } from './dial-rules.tsx'
import { NumberRules } from './number-rules.tsx'
import { RulesHistory } from './rules-history.tsx'
import { TagRules } from './tag-rules.tsx'
import './room-rules-page.css'

/** 本室约定: how soon somebody is looked after, which groups there are, and who changed that when and why. */
export function RoomRulesPage() {
  const { t } = useTranslation('room-rules')
  const { data, failed, again } = useQuery(() => room.roomRules(), [])
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (data === null) return <Skeleton active />
  const chain = data.inForce.followUps.crisis.followUps.map(({ due }) =>
    due % 24 === 0 && due > 72 ? t('unit.days', { count: due / 24 }) : t('unit.hours', { count: due }),
  )
  return (
    <Page title={t('title')} lead={t('lead')}>
      {data.broken > 0 && (
        <p role="status" className="room-rules-proposed">
          {t('broken', { count: data.broken })}
        </p>
      )}
      <NumberRules kind="followUps" rules={data} onAdopted={again}>
        <p className="quiet">{t('followUps.chain', { chain: chain.join(t('comma')) })}</p>
      </NumberRules>
      <TagRules rules={data} onAdopted={again} />
      <DialRules rules={data} onAdopted={again} />
      <NumberRules kind="working" rules={data} onAdopted={again} />
      <RulesHistory rules={data} />
    </Page>
  )
}
