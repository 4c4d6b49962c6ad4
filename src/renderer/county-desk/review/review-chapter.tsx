import { useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Review, ReviewFigure } from '../../../room/contract/county-review.ts'
import { TrendChart } from '../../charts/trend-chart.tsx'
import { KnownPart, Withheld } from '../../charts/withheld.tsx'
import { usePeriodText } from '../../exchange/period-text.ts'
import { useLanguage } from '../../locale/locale.ts'
import { ChangeText } from './change-text.tsx'

/** One part of a review: its figures against the periods before, and the course of the first that has one. */
export function ReviewChapter({
  chapter: { id, figures },
  before,
  yearBefore,
}: {
  chapter: Review['chapters'][number]
  before: string
  yearBefore: string | null
}) {
  const { t } = useTranslation('county-review')
  const { t: desk } = useTranslation('county-desk')
  const [language] = useLanguage()
  const periodText = usePeriodText()
  const table = useId()
  const drawn = figures.find(hasCourse)
  return (
    <section>
      <h3>{t(`chapter.${id}`)}</h3>
      <table id={table}>
        <caption className="visually-hidden">{t(`chapter.${id}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.figure')}</th>
            <th scope="col">{t('column.sum')}</th>
            <th scope="col">{t('column.since', { period: periodText(before) })}</th>
            {yearBefore !== null && (
              <th scope="col">{t('column.since', { period: periodText(yearBefore) })}</th>
            )}
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure.table.id}>
              <th scope="row">
                {figure.table.title[language]}
                <span className="a4-sheet-small"> {desk(`unit.${figure.table.unit}`)}</span>
              </th>
              <td className="review-sum">
                <Sum figure={figure} />
              </td>
              <td>
                <ChangeText change={figure.sinceBefore} />
              </td>
              {yearBefore !== null && (
                <td>
                  <ChangeText change={figure.sinceYearBefore} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {drawn !== undefined && <Course figure={drawn} figures={table} />}
    </section>
  )
}

/** Two periods and more came. */
export const hasCourse = ({ series }: ReviewFigure): boolean =>
  series.filter(({ sum, withheld }) => sum !== null && withheld === 0).length > 1

function Sum({ figure: { now } }: { figure: ReviewFigure }) {
  const { t } = useTranslation('county-review')
  if (now.sum === null) return now.withheld > 0 ? <Withheld /> : t('nothing')
  if (now.withheld > 0) return <KnownPart known={now.sum} units={now.withheld} />
  return now.band > 0 ? `${now.sum} ± ${now.band}` : now.sum
}

function Course({ figure, figures }: { figure: ReviewFigure; figures: string }) {
  const [language] = useLanguage()
  const periodText = usePeriodText()
  const label = figure.table.title[language]
  const labels = useMemo(() => figure.series.map(({ period }) => periodText(period)), [figure, periodText])
  const sets = useMemo(() => [courseOf(figure, label)], [figure, label])
  return (
    <div className="a4-whole review-chart">
      <TrendChart label={label} figures={figures} labels={labels} sets={sets} />
    </div>
  )
}

/** A figure's series as a line with its band. */
export const courseOf = ({ series }: ReviewFigure, label: string) => ({
  label,
  cells: series.map(({ sum }) => sum),
  bands: series.map(({ band }) => band),
})
