import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportPreview, TableOnShow } from '../../room/contract/report.ts'
import { CountsTable } from '../charts/counts-table.tsx'
import { usePeriodText } from '../exchange/period-text.ts'
import { useLanguage } from '../locale/locale.ts'
import { useSession } from '../room/session.tsx'
import { DutiesList } from './duties-list.tsx'

/** All that leaves this machine: as tables to read, and as the text that is signed. */
export function WhatLeaves({ preview }: { preview: ReportPreview }) {
  const { t } = useTranslation('report')
  const periodText = usePeriodText()
  const { unit } = useSession()
  const { period, leaving, payload, county, late, protection } = preview
  return (
    <div className="report-leaving">
      <section className="panel report-long" aria-label={t('leaving.readable')}>
        <h2 className="panel-title">{t('leaving.readable')}</h2>
        <dl className="report-facts">
          <dt>{t('leaving.from')}</dt>
          <dd>
            {unit.name} {unit.code}
          </dd>
          <dt>{t('leaving.to')}</dt>
          <dd>{county === null ? t('leaving.nobody') : `${county.name} ${county.code}`}</dd>
          <dt>{t('leaving.period')}</dt>
          <dd>{periodText(period)}</dd>
          <dt>{t('leaving.late')}</dt>
          <dd>{late.leaving}</dd>
          {protection !== null && (
            <>
              <dt>{t('leaving.protection')}</dt>
              <dd>
                {t('leaving.protected', {
                  cells: protection.cells,
                  withheld: protection.withheld,
                  targets: protection.targets,
                })}
              </dd>
            </>
          )}
        </dl>
        {leaving.map((table) => (
          <LeavingTable key={table.id} table={table} />
        ))}
        <p className="report-not">{t('leaving.not')}</p>
      </section>
      <section className="panel report-text">
        <h2 className="panel-title">{t('leaving.raw')}</h2>
        {payload === null ? <p>{t('leaving.notYet')}</p> : <Raw payload={payload} />}
      </section>
    </div>
  )
}

function Raw({ payload }: { payload: string }) {
  const { t } = useTranslation('report')
  return (
    <>
      <p>{t('leaving.size', { bytes: new TextEncoder().encode(payload).length })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reachable by keyboard */}
      <section className="report-raw" tabIndex={0} aria-label={t('leaving.raw')}>
        {payload}
      </section>
    </>
  )
}

function LeavingTable({ table }: { table: TableOnShow }) {
  const { t } = useTranslation('report')
  const [language] = useLanguage()
  const id = useId()
  return (
    <>
      <h3 className="report-table-title">{table.title[language]}</h3>
      {table.unit === 'duty' ? (
        <DutiesList table={table} />
      ) : (
        <CountsTable id={id} table={table} sets={[{ label: t(`unit.${table.unit}`), cells: table.cells }]} />
      )}
    </>
  )
}
