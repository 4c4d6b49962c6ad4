import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { SavedAt } from '../ui/saved-at.tsx'
import { ProfileForm } from './profile-form.tsx'
import { ProfileLines } from './profile-lines.tsx'
import { useHoursText } from './use-hours-text.ts'
import './staff-register.css'

/** One person in the register: what they are, what they are qualified for, and how they were trained. */
export function ProfilePage() {
  const { t } = useTranslation('staff-register')
  const { day } = useFormatTime()
  const hoursText = useHoursText()
  const { profileId = '' } = useParams()
  const [year] = useState(() => new Date().getFullYear())
  const { data, failed, again } = useQuery(() => room.staffRegister(year), [year])
  const [changing, setChanging] = useState(false)
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (data === null) return <Skeleton active />
  const line = data.people.find(({ profile }) => profile.id === profileId)
  if (line === undefined) return <RefusalNotice refusal={{ code: 'NOT_FOUND' }} />

  const { profile, training, mayAdd } = line
  const { value } = profile
  const saved = () => {
    setChanging(false)
    setSavedAt(new Date())
    again()
  }
  const account =
    value.staffId === null ? [] : [{ id: value.staffId, name: data.staffNames[value.staffId] ?? value.name }]
  return (
    <Page
      title={value.name}
      lead={
        <>
          {[
            t(`employment.${value.employment}`),
            value.supervises && t('supervises'),
            value.crisisTeam && t('crisisTeam'),
            value.staffId === null ? t('field.noAccount') : t('hasAccount'),
            value.leftOn !== null && t('leftOn', { day: day(value.leftOn) }),
          ]
            .filter((part) => part !== false)
            .join(' · ')}{' '}
          <SavedAt at={savedAt} />
        </>
      }
      actions={
        data.mayChange && !changing && <Button onClick={() => setChanging(true)}>{t('change')}</Button>
      }
    >
      {changing ? (
        <ProfileForm
          stored={profile}
          accounts={[...account, ...data.withoutProfile]}
          onSaved={saved}
          onCancel={() => setChanging(false)}
        />
      ) : (
        value.note !== '' && <p className="register-note">{value.note}</p>
      )}
      <p>
        {t('trainedThisYear', {
          year,
          hours: hoursText(training.hours),
          supervision: hoursText(training.supervision),
        })}{' '}
        {training.missing > 0 && t('stillMissing', { hours: hoursText(training.missing) })}
      </p>
      <ProfileLines
        list="training"
        profile={profile}
        mayAdd={mayAdd}
        staffNames={data.staffNames}
        onSaved={saved}
      />
      <ProfileLines
        list="qualifications"
        profile={profile}
        mayAdd={mayAdd}
        staffNames={data.staffNames}
        onSaved={saved}
      />
      {!mayAdd && <p className="quiet">{t('askSupervisor')}</p>}
      <Link to="/settings/register">{t('back')}</Link>
    </Page>
  )
}
