import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { WaitingPackage } from '../../room/contract/county-desk.ts'
import { usePeriodText } from '../exchange/period-text.ts'
import { useRefusalText } from '../refusals/refusal-text.ts'
import { useFormatTime } from '../ui/format-time.ts'

/** Packages that came before those written before them, and which ones they wait for. */
export function WaitingPackages({ packages }: { packages: readonly WaitingPackage[] }) {
  const { t } = useTranslation('county-desk')
  const refusalText = useRefusalText()
  const periodText = usePeriodText()
  const { dayTime } = useFormatTime()
  const title = useId()
  if (packages.length === 0) return null
  return (
    <section className="panel" aria-labelledby={title}>
      <h2 className="panel-title" id={title}>
        {t('waiting.title')}
      </h2>
      <p>{t('waiting.what')}</p>
      <table className="county-table">
        <thead>
          <tr>
            {(['unit', 'period', 'seq', 'at', 'for'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`waiting.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {packages.map(({ unit, period, seq, at, missing, because }) => (
            <tr key={`${unit.code} ${seq} ${at}`}>
              <th scope="row">{unit.name}</th>
              <td>{periodText(period)}</td>
              <td>{seq}</td>
              <td>{dayTime(at)}</td>
              <td>
                {because !== null
                  ? refusalText({ code: because })
                  : missing.length > 0
                    ? t('waiting.missing', { numbers: missing.join(t('package.and')) })
                    : t('waiting.before')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
