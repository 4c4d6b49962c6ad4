import { PlusOutlined } from '@ant-design/icons'
import { Button, Select, Skeleton, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { employments } from '../../casework/staff/staff-profile.ts'
import type { StaffProfileLine, StaffRegister } from '../../room/contract/staff-register.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { goToNextRow } from '../ui/next-row.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { ProfileForm } from './profile-form.tsx'
import { useHoursText } from './use-hours-text.ts'
import './staff-register.css'

/** 人员台账: who works with the room, signed in or not, and how they were trained in a year. */
export function RegisterPage() {
  const { t } = useTranslation('staff-register')
  const navigate = useNavigate()
  const [year, setYear] = useState(() => new Date().getFullYear())
  const [adding, setAdding] = useState(false)
  const { data, failed } = useQuery(() => room.staffRegister(year), [year])
  const add = (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  )
  const isEmpty = data?.people.length === 0
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={data?.mayChange === true && !adding && !isEmpty && add}
    >
      <RefusalNotice refusal={failed} />
      {data === null && failed === null && <Skeleton active />}
      {data !== null && data.unreadable > 0 && (
        <p role="status" className="register-warning">
          {t('unreadable', { count: data.unreadable })}
        </p>
      )}
      {adding && data !== null && (
        <ProfileForm
          stored={null}
          accounts={data.withoutProfile}
          onSaved={(id) => void navigate(`/settings/register/${id}`)}
          onCancel={() => setAdding(false)}
        />
      )}
      {isEmpty && !adding && (
        <section className="panel">
          <EmptyState title={t('empty.title')} action={data?.mayChange === true && add}>
            {t('empty.text')}
          </EmptyState>
        </section>
      )}
      {data !== null && !isEmpty && (
        <>
          <RegisterFigures register={data} year={year} />
          <Ending register={data} />
          <section className="panel" aria-label={t('title')}>
            <div className="register-tools">
              <Select<number>
                aria-label={t('year')}
                value={year}
                onChange={setYear}
                options={[...new Set([year, ...data.years])]
                  .sort((a, b) => b - a)
                  .map((one) => ({ value: one, label: t('yearOf', { year: one }) }))}
              />
            </div>
            <People register={data} />
          </section>
        </>
      )}
    </Page>
  )
}

function RegisterFigures({ register, year }: { register: StaffRegister; year: number }) {
  const { t } = useTranslation('staff-register')
  const hoursText = useHoursText()
  const { byEmployment, crisisTeam } = register.counts
  return (
    <section className="panel" aria-label={t('figures.label')}>
      <dl className="register-figures">
        {employments.map((employment) => (
          <div key={employment}>
            <dt>{t(`employment.${employment}`)}</dt>
            <dd>{t('people', { count: byEmployment[employment] })}</dd>
          </div>
        ))}
        <div>
          <dt>{t('crisisTeam')}</dt>
          <dd>{t('people', { count: crisisTeam })}</dd>
        </div>
        <div>
          <dt>{t('figures.hours', { year })}</dt>
          <dd>{hoursText(register.hours)}</dd>
        </div>
      </dl>
    </section>
  )
}

/** Qualifications that ran out or soon will. */
function Ending({ register: { ending, people } }: { register: StaffRegister }) {
  const { t } = useTranslation('staff-register')
  const { day } = useFormatTime()
  if (ending.length === 0) return null
  const nameOf = (id: string) => people.find(({ profile }) => profile.id === id)?.profile.value.name ?? ''
  return (
    <section className="panel" aria-labelledby="register-ending">
      <h2 className="panel-title" id="register-ending">
        {t('ending.title')}
      </h2>
      <ul className="register-ending">
        {ending.map(({ profile, title, until, state }) => (
          <li key={`${profile} ${title} ${until}`}>
            <Link to={`/settings/register/${profile}`}>{nameOf(profile)}</Link> {title}{' '}
            <span className="register-warning">{t(`ending.${state}`, { day: day(until) })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function People({ register: { people, wanted } }: { register: StaffRegister }) {
  const { t } = useTranslation('staff-register')
  const { day } = useFormatTime()
  const hoursText = useHoursText()
  const columns: TableColumnsType<StaffProfileLine> = [
    {
      title: t('field.name'),
      ellipsis: true,
      render: (_, { profile }) => (
        <>
          <Link to={`/settings/register/${profile.id}`}>{profile.value.name}</Link>
          {profile.value.leftOn !== null && (
            <span className="quiet"> {t('leftOn', { day: day(profile.value.leftOn) })}</span>
          )}
        </>
      ),
    },
    {
      title: t('field.employment'),
      width: 150,
      render: (_, { profile }) => t(`employment.${profile.value.employment}`),
    },
    {
      title: t('duties'),
      ellipsis: true,
      render: (_, { profile: { value } }) =>
        [value.supervises && t('supervises'), value.crisisTeam && t('crisisTeam')]
          .filter((duty) => duty !== false)
          .join(t('comma')) || '–',
    },
    {
      title: t('qualificationsCount'),
      width: 110,
      align: 'right',
      render: (_, { profile: { value } }) =>
        value.qualifications.length - value.struckOut.filter(({ list }) => list === 'qualifications').length,
    },
    {
      title: t('hours'),
      width: 130,
      align: 'right',
      render: (_, { training }) => hoursText(training.hours),
    },
    {
      title: t('missing', { wanted }),
      width: 150,
      align: 'right',
      render: (_, { training }) => (training.missing === 0 ? t('enough') : hoursText(training.missing)),
    },
  ]
  return (
    <Table
      size="small"
      rowKey={({ profile }) => profile.id}
      columns={columns}
      dataSource={people}
      pagination={false}
      onRow={() => ({ onKeyDown: goToNextRow })}
    />
  )
}
