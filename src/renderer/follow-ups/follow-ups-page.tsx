import { PlusOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClientOnShow } from '../clients/client-context.ts'
import { TierMark } from '../clients/tier-mark.tsx'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { SavedAt } from '../ui/saved-at.tsx'
import { draftName, useDraftWaiting } from '../ui/use-draft.ts'
import { FollowUpLine, PastFollowUp } from './follow-up-line.tsx'
import { PlanForm } from './plan-form.tsx'
import './follow-ups.css'

/** What followed from the result that was entered last. */
interface Followed {
  next: string | null
  crisis: 'opened' | 'joined' | null
}

/** 随访: what the tier asks for, who is looked after when, and what came of it. */
export function FollowUpsPage() {
  const { t } = useTranslation('follow-ups')
  const { day } = useFormatTime()
  const { file, again: fileAgain } = useClientOnShow()
  const { data, failed, again } = useQuery(() => room.followUps(file.client.id), [file])
  const waiting = useDraftWaiting(draftName('followUpPlan', file.client.id))
  const [opened, setOpened] = useState<boolean | null>(null)
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const [followed, setFollowed] = useState<Followed | null>(null)
  const planning = opened ?? waiting
  const saved = (came: Followed | null = null) => {
    setSavedAt(new Date())
    setFollowed(came)
    again()
    if (came !== null && came.crisis !== null) fileAgain()
  }
  return (
    <>
      <p className="quiet follow-ups-lead">
        {t('lead')} <SavedAt at={savedAt} />
      </p>
      <RefusalNotice refusal={failed} />
      {failed === null && data === null && <Skeleton active />}
      {data !== null && data.unreadable > 0 && (
        <p role="status" className="follow-ups-warning">
          {t('unreadable', { count: data.unreadable })}
        </p>
      )}
      {followed !== null && (followed.next !== null || followed.crisis !== null) && (
        <p role="status" className={followed.crisis === null ? 'follow-ups-next' : 'follow-ups-warning'}>
          {followed.crisis !== null && t(`crisis.${followed.crisis}`)}{' '}
          {followed.next !== null && t('next', { day: day(followed.next) })}
        </p>
      )}
      {data !== null && (
        <section className="panel" aria-labelledby="follow-ups-plan">
          <h2 className="panel-title" id="follow-ups-plan">
            {t('plan.title')}
          </h2>
          {data.plan === null ? (
            <p className="quiet">{t('plan.none')}</p>
          ) : (
            <p>
              <TierMark tier={data.plan.tier} />{' '}
              {t('plan.text', {
                first: t('days', { count: data.plan.first }),
                every: t('days', { count: data.plan.every }),
                again: t('days', { count: data.plan.again }),
              })}{' '}
              {data.plan.proposed && <span className="quiet">{t('plan.proposed')}</span>}
            </p>
          )}
        </section>
      )}
      {data !== null && (
        <section className="panel" aria-labelledby="follow-ups-left">
          <header className="follow-ups-head">
            <h2 className="panel-title" id="follow-ups-left">
              {t('left.title')}
            </h2>
            {!planning && (
              <Button icon={<PlusOutlined aria-hidden />} onClick={() => setOpened(true)}>
                {t('form.open')}
              </Button>
            )}
          </header>
          {planning && (
            <PlanForm
              clientId={file.client.id}
              onSaved={() => {
                setOpened(false)
                saved()
              }}
              onCancel={() => setOpened(false)}
            />
          )}
          {data.left.length === 0 && <p className="quiet">{t('left.none')}</p>}
          <ul className="follow-ups-lines">
            {data.left.map((one) => (
              <FollowUpLine
                key={one.id}
                followUp={one}
                plannedBy={data.staffNames[one.value.plannedBy] ?? t('somebody')}
                onSaved={saved}
              />
            ))}
          </ul>
        </section>
      )}
      {data !== null && data.past.length > 0 && (
        <section className="panel" aria-labelledby="follow-ups-past">
          <h2 className="panel-title" id="follow-ups-past">
            {t('past.title')}
          </h2>
          <ul className="follow-ups-lines">
            {data.past.map(({ id, value }) => (
              <PastFollowUp key={id} followUp={value} staffNames={data.staffNames} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
