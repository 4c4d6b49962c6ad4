import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { UpwardPeriod } from '../../../room/contract/county-upward.ts'
import { WideBox } from '../../charts/wide-box.tsx'
import { usePeriodText } from '../../exchange/period-text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useFormatTime } from '../../ui/format-time.ts'
import { UnitNames } from './unit-names.tsx'

/** The periods that are over: who is still missing, what was passed on, and what came too late for it. */
export function UpwardPeriods({ periods }: { periods: readonly UpwardPeriod[] }) {
  const { t } = useTranslation('upward')
  const periodText = usePeriodText()
  const title = useId()
  return (
    <section className="panel" aria-labelledby={title}>
      <h2 className="panel-title" id={title}>
        {t('periods.title')}
      </h2>
      {periods.length === 0 ? (
        <EmptyState
          title={t('periods.none')}
          action={<Link to="/county/import">{t('periods.toImport')}</Link>}
        >
          {t('periods.noneText')}
        </EmptyState>
      ) : (
        <WideBox label={t('periods.title')}>
          <table className="county-table">
            <thead>
              <tr>
                {(['period', 'rooms', 'missing', 'standing'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`periods.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {periods.map((one) => (
                <tr key={one.period}>
                  <th scope="row">
                    <Link to={`/county/upward/${one.period}`}>{periodText(one.period)}</Link>
                  </th>
                  <td>{one.rooms}</td>
                  <td>
                    {one.missing.length === 0 ? t('periods.nobody') : <UnitNames units={one.missing} />}
                  </td>
                  <td>
                    <Standing {...one} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideBox>
      )}
    </section>
  )
}

function Standing({ passedOn }: UpwardPeriod) {
  const { t } = useTranslation('upward')
  const { day } = useFormatTime()
  if (passedOn === null) return t('periods.open')
  return (
    <>
      {t('periods.passedOn', { at: day(passedOn.at), to: passedOn.to.name, count: passedOn.rooms })}
      {passedOn.late.length > 0 && (
        <p className="upward-late">
          {t('periods.late')} <UnitNames units={passedOn.late} />
        </p>
      )}
    </>
  )
}
