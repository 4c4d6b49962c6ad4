import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { SavedAt } from '../ui/saved-at.tsx'
import { draftName, useDraftWaiting } from '../ui/use-draft.ts'
import { ActivityFacts } from './activity-facts.tsx'
import { ActivityVersions } from './activity-versions.tsx'
import { CorrectForm } from './correct-form.tsx'
import { StrikeOutForm } from './strike-out-form.tsx'
import './outreach.css'

/** One activity: what is known of it now, and everything that was ever entered about it. */
export function ActivityPage() {
  const { t } = useTranslation('outreach')
  const { activityId = '' } = useParams()
  const { data, failed, again } = useQuery(() => room.outreachActivity(activityId), [activityId])
  const waiting = useDraftWaiting(draftName('outreachCorrection', activityId))
  const [opened, setOpened] = useState<'correct' | 'strikeOut' | 'none' | null>(null)
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  if (failed !== null) return <RefusalNotice refusal={failed} />
  const last = data?.activity.value.versions.at(-1)
  if (data === null || last === undefined) return <Skeleton active />

  const asked = opened ?? (waiting ? 'correct' : 'none')
  const saved = () => {
    setOpened('none')
    setSavedAt(new Date())
    again()
  }
  return (
    <Page
      title={last.activity.title}
      lead={
        <>
          {last.struckOut ? (
            <strong className="outreach-struck">{t('struckOutMeans')}</strong>
          ) : (
            t('one.lead')
          )}{' '}
          <SavedAt at={savedAt} />
        </>
      }
      width="form"
    >
      {asked === 'correct' ? (
        <CorrectForm
          activity={data.activity}
          categories={data.categories}
          onSaved={saved}
          onCancel={() => setOpened('none')}
        />
      ) : (
        <section className="panel" aria-label={t('one.what')}>
          <ActivityFacts activity={last.activity} categories={data.categories} staffNames={data.staffNames} />
          {asked === 'strikeOut' ? (
            <StrikeOutForm
              stored={data.activity}
              activity={last.activity}
              onSaved={saved}
              onCancel={() => setOpened('none')}
            />
          ) : (
            <div className="outreach-actions">
              <Button onClick={() => setOpened('correct')}>{t('correct.open')}</Button>
              {!last.struckOut && (
                <Button onClick={() => setOpened('strikeOut')}>{t('strikeOut.open')}</Button>
              )}
            </div>
          )}
        </section>
      )}
      <ActivityVersions
        versions={data.activity.value.versions}
        categories={data.categories}
        staffNames={data.staffNames}
      />
      <Link to="/activities/outreach">{t('back')}</Link>
    </Page>
  )
}
