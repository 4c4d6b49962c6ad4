import { PlusOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClientOnShow } from '../clients/client-context.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { SavedAt } from '../ui/saved-at.tsx'
import { draftName, useDraftWaiting } from '../ui/use-draft.ts'
import { ReferralForm } from './referral-form.tsx'
import { ReferralPanel } from './referral-panel.tsx'
import './referrals.css'

/** 转介: whom the client was sent on to, how far each referral has come, and the next step of it. */
export function ReferralsPage() {
  const { t } = useTranslation('referrals')
  const { file } = useClientOnShow()
  const { data, failed, again } = useQuery(() => room.referrals(file.client.id), [file])
  const waiting = useDraftWaiting(draftName('referral', file.client.id, 'new'))
  /** Null as long as nobody has opened or closed the form: one that was being filled in is open then. */
  const [opened, setOpened] = useState<boolean | null>(null)
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const writing = opened ?? waiting
  const saved = () => {
    setSavedAt(new Date())
    again()
  }
  const begin = (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpened(true)}>
      {t('new')}
    </Button>
  )
  return (
    <>
      <div className="referrals-head">
        <p className="quiet">
          {t('lead')} <SavedAt at={savedAt} />
        </p>
        {!writing && data !== null && data.referrals.length > 0 && begin}
      </div>
      <RefusalNotice refusal={failed} />
      {failed === null && data === null && <Skeleton active />}
      {data !== null && data.unreadable > 0 && (
        <p role="status" className="referrals-warning">
          {t('unreadable', { count: data.unreadable })}
        </p>
      )}
      {writing && (
        <ReferralForm
          clientId={file.client.id}
          referral={null}
          onSaved={() => {
            setOpened(false)
            saved()
          }}
          onCancel={() => setOpened(false)}
        />
      )}
      {data !== null && data.referrals.length === 0 && !writing && (
        <section className="panel">
          <EmptyState title={t('empty.title')} action={begin}>
            {t('empty.text')}
          </EmptyState>
        </section>
      )}
      {data?.referrals.map((one) => (
        <ReferralPanel key={one.referral.id} onShow={one} shelf={data} onSaved={saved} />
      ))}
    </>
  )
}
