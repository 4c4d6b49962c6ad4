import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { UpwardPreview } from '../../../room/contract/county-upward.ts'
import { usePeriodText } from '../../exchange/period-text.ts'
import { useLanguage } from '../../locale/locale.ts'
import { useFormatTime } from '../../ui/format-time.ts'
import { UnitNames } from './unit-names.tsx'
import { UpwardTables } from './upward-tables.tsx'

/** All that leaves for the next level: as tables to read, what of them stays here, and the text that is signed. */
export function WhatGoesUp({
  preview,
  leaveOut,
  onLeaveOut,
}: {
  preview: UpwardPreview
  leaveOut: readonly string[]
  onLeaveOut: (tables: readonly string[]) => void
}) {
  const { t } = useTranslation('upward')
  const periodText = usePeriodText()
  const [language] = useLanguage()
  const { dayTime } = useFormatTime()
  const { period, tables, held, rooms, missing, late, next, payload, passedOn } = preview
  return (
    <>
      {passedOn !== null && (
        <Alert type="info" showIcon title={t('leaving.passedOn', { at: dayTime(passedOn.at) })} />
      )}
      {next === null && <Alert type="info" showIcon title={t('leaving.noCard')} />}
      <section className="panel" aria-label={t('leaving.title')}>
        <h2 className="panel-title">{t('leaving.title')}</h2>
        <dl className="county-facts">
          <dt>{t('leaving.to')}</dt>
          <dd>{next === null ? t('leaving.nobody') : `${next.name} ${next.code}`}</dd>
          <dt>{t('leaving.period')}</dt>
          <dd>{periodText(period)}</dd>
          <dt>{t('leaving.rooms')}</dt>
          <dd>
            <UnitNames units={rooms} />
          </dd>
          <dt>{t('leaving.missing')}</dt>
          <dd>{missing.length === 0 ? t('periods.nobody') : <UnitNames units={missing} />}</dd>
          <dt>{t('leaving.late')}</dt>
          <dd>{late}</dd>
        </dl>
        <p className="county-quiet">{t('leaving.rule')}</p>
        <UpwardTables
          tables={tables}
          {...(passedOn === null ? { onLeaveOut: (table) => onLeaveOut([...leaveOut, table]) } : {})}
        />
        {held.length > 0 && (
          <>
            <h3 className="county-table-title">{t('held.title')}</h3>
            <ul className="upward-held">
              {held.map(({ id, title, because }) => (
                <li key={id}>
                  {title[language]}
                  {t('held.because', { why: t(`held.${because}`) })}{' '}
                  {because === 'LEFT_OUT' && (
                    <button
                      type="button"
                      className="upward-link"
                      onClick={() => onLeaveOut(leaveOut.filter((table) => table !== id))}
                    >
                      {t('held.takeBack')}
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
        <p>{t('leaving.not')}</p>
      </section>
      {payload !== null && (
        <section className="panel" aria-label={t('leaving.raw')}>
          <details>
            <summary>{t('leaving.raw')}</summary>
            <p>{t('leaving.size', { bytes: new TextEncoder().encode(payload).length })}</p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reachable by keyboard */}
            <section className="upward-raw" tabIndex={0} aria-label={t('leaving.raw')}>
              {payload}
            </section>
          </details>
        </section>
      )}
    </>
  )
}
