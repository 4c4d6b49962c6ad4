import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { UnitKey } from '../../../room/contract/county-units.ts'
import { room } from '../../room/room.ts'
import { useQuery } from '../../room/use-query.ts'
import { useFormatTime } from '../../ui/format-time.ts'
import { Page } from '../../ui/page.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { EndUnit } from './end-unit.tsx'
import { UnitForm } from './unit-form.tsx'
import { UnitReports } from './unit-reports.tsx'
import { UnitVersions } from './unit-versions.tsx'
import './units.css'

const levels = ['city', 'county', 'township', 'room'] as const

/** One unit: what it is, what it was, what it reported; and how it is changed. */
export function UnitPage() {
  const { level = '', code = '' } = useParams()
  const known = levels.find((one) => one === level)
  if (known === undefined) return <RefusalNotice refusal={{ code: 'NOT_FOUND' }} />
  return <OneUnit key={`${level} ${code}`} of={{ level: known, code }} />
}

function OneUnit({ of }: { of: UnitKey }) {
  const { t } = useTranslation('county-units')
  const { day } = useFormatTime()
  const { data, failed, again } = useQuery(() => room.countyUnit(of), [of.level, of.code])
  const units = useQuery(() => room.countyUnits(), [])
  const [doing, setDoing] = useState<'change' | 'end' | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  if (failed !== null)
    return said === null ? (
      <RefusalNotice refusal={failed} />
    ) : (
      // It was entered by mistake, and never was.
      <Page title={said} actions={<Link to="/county/units">{t('toUnits')}</Link>}>
        {null}
      </Page>
    )
  if (data === null) return <Skeleton active />
  const { unit, parent, today } = data
  const isDesk = units.data?.desk.level === unit.level && units.data.desk.code === unit.code
  const facts = [
    ['level', t(`level.${unit.level}`)],
    ['code', unit.code],
    ['parent', parent ?? t('noParent')],
    ['contact', unit.contact || t('unsaid')],
    ...(unit.level === 'room'
      ? ([
          ['duty', t(`duty.${unit.duty}`)],
          ['fingerprint', data.fingerprint ?? t('noCard')],
        ] as const)
      : ([['residents', unit.residents?.toLocaleString() ?? t('unsaid')]] as const)),
  ] as const
  const done = (sentence: string) => {
    setDoing(null)
    setSaid(sentence)
    again()
    units.again()
  }
  return (
    <Page
      title={unit.name}
      lead={
        unit.until !== null && unit.until <= today
          ? t('ended', { day: day(unit.until) })
          : unit.from > today
            ? t('begins', { day: day(unit.from) })
            : undefined
      }
      actions={<Link to="/county/units">{t('toUnits')}</Link>}
    >
      <p role="status" className="county-unchanged">
        {said}
      </p>
      <section className="panel">
        <dl className="county-facts">
          {facts.map(([term, fact]) => (
            <div key={term} className="units-fact">
              <dt>{t(`column.${term}`)}</dt>
              <dd>{fact}</dd>
            </div>
          ))}
        </dl>
        {doing === null && (
          <div className="county-buttons">
            <Button type="primary" onClick={() => setDoing('change')} disabled={units.data === null}>
              {t('form.change')}
            </Button>
            {!isDesk && <Button onClick={() => setDoing('end')}>{t('end.title')}</Button>}
          </div>
        )}
      </section>
      {doing === 'change' && units.data !== null && (
        <section className="panel" aria-labelledby="unit-change">
          <h2 className="panel-title" id="unit-change">
            {t('form.change')}
          </h2>
          <UnitForm
            units={units.data}
            before={unit}
            onSaved={() => done(t('form.saved'))}
            onCancel={() => setDoing(null)}
          />
        </section>
      )}
      {doing === 'end' && (
        <EndUnit
          unit={unit}
          today={today}
          onEnded={() => done(t('end.ended'))}
          onCancel={() => setDoing(null)}
        />
      )}
      {unit.level === 'room' && <UnitReports reports={data.reports} />}
      <UnitVersions versions={data.versions} />
    </Page>
  )
}
