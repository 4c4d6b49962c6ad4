import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Stored } from '../../casework/records/record.ts'
import type { StaffProfile, StruckOut } from '../../casework/staff/staff-profile.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { QualificationForm } from './qualification-form.tsx'
import { StrikeLineForm } from './strike-line-form.tsx'
import { TrainingForm } from './training-form.tsx'
import { useHoursText } from './use-hours-text.ts'

const forms = { training: TrainingForm, qualifications: QualificationForm }

/** The training or the qualifications of somebody, the newest first; what was entered by mistake stays, struck through. */
export function ProfileLines({
  list,
  profile,
  mayAdd,
  staffNames,
  onSaved,
}: {
  list: StruckOut['list']
  profile: Stored<StaffProfile>
  mayAdd: boolean
  staffNames: Record<string, string>
  onSaved: () => void
}) {
  const { t } = useTranslation('staff-register')
  const [opened, setOpened] = useState<'add' | number | null>(null)
  const texts = useLineTexts(profile.value)[list]
  const AddForm = forms[list]
  const done = () => {
    setOpened(null)
    onSaved()
  }
  return (
    <section className="panel" aria-labelledby={`register-${list}`}>
      <header className="register-head">
        <h2 className="panel-title" id={`register-${list}`}>
          {t(`${list}.title`)}
        </h2>
        {mayAdd && opened !== 'add' && (
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => setOpened('add')}>
            {t(`${list}.add`)}
          </Button>
        )}
      </header>
      {opened === 'add' && <AddForm profile={profile} onSaved={done} onCancel={() => setOpened(null)} />}
      {texts.length === 0 && opened !== 'add' && <p className="quiet">{t(`${list}.none`)}</p>}
      <ul className="register-lines">
        {texts.toReversed().map(({ place, title, details }) => {
          const struck = profile.value.struckOut.find((one) => one.list === list && one.place === place)
          return (
            <li key={place}>
              <div className="register-line">
                <span className={struck === undefined ? undefined : 'register-struck'}>
                  <strong>{title}</strong> {details}
                </span>
                {mayAdd && struck === undefined && opened !== place && (
                  <Button
                    size="small"
                    type="text"
                    aria-label={t('strike.openOne', { title })}
                    onClick={() => setOpened(place)}
                  >
                    {t('strike.open')}
                  </Button>
                )}
              </div>
              {struck !== undefined && (
                <span className="quiet">
                  {t('strike.done', { who: staffNames[struck.by] ?? t('somebody') })} {struck.because}
                </span>
              )}
              {opened === place && (
                <StrikeLineForm
                  profile={profile}
                  line={{ list, place }}
                  onSaved={done}
                  onCancel={() => setOpened(null)}
                />
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** The lines of each list in words, in the order they were entered in. */
function useLineTexts({ training, qualifications }: StaffProfile) {
  const { t } = useTranslation('staff-register')
  const { day } = useFormatTime()
  const hoursText = useHoursText()
  const told = (parts: readonly (string | false | null)[]) =>
    parts.filter((part) => part !== null && part !== false && part !== '').join(' · ')
  return {
    training: training.map((one, place) => ({
      place,
      title: one.title,
      details: told([
        day(one.day),
        hoursText(one.quarterHours / 4),
        one.supervision && t('training.supervision'),
      ]),
    })),
    qualifications: qualifications.map((one, place) => ({
      place,
      title: one.title,
      details: told([
        one.issuedBy,
        one.day && t('qualifications.from', { day: day(one.day) }),
        one.until && t('qualifications.until', { day: day(one.until) }),
      ]),
    })),
  }
}
