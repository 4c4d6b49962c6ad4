import { useTranslation } from 'react-i18next'
import type { CountyFigure } from '../../../room/contract/county-figures.ts'
import { KnownPart, Withheld } from '../../charts/withheld.tsx'

/** One sum of a figure: with who withholds it, or that nothing came. */
export function SumText({ figure, cell = 0 }: { figure: CountyFigure; cell?: number }) {
  const { t } = useTranslation('county-picture')
  const sum = figure.sums[cell] ?? null
  const withheld = figure.withheld[cell] ?? 0
  if (sum === null) return withheld > 0 ? <Withheld /> : <span className="county-quiet">{t('nothing')}</span>
  return withheld > 0 ? <KnownPart known={sum} units={withheld} /> : sum
}

/** How far the true sum may be from the known one. */
export function BandText({ figure, cell = 0 }: { figure: CountyFigure; cell?: number }) {
  const { t } = useTranslation('county-picture')
  const sum = figure.sums[cell] ?? null
  const band = figure.bands[cell] ?? 0
  const high = figure.highs[cell] ?? null
  if ((figure.withheld[cell] ?? 0) > 0)
    return high === null ? t('band.atLeast', { low: sum ?? 0 }) : t('band.between', { low: sum ?? 0, high })
  if (sum === null) return ''
  return band === 0 ? t('band.exact') : t('band.between', { low: Math.max(0, sum - band), high: sum + band })
}
