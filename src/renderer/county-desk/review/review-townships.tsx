import { useTranslation } from 'react-i18next'
import type { Review, ReviewFigure } from '../../../room/contract/county-review.ts'
import { HeatMap } from '../../charts/heat-map.tsx'
import { usePeriodText } from '../../exchange/period-text.ts'
import { useLanguage } from '../../locale/locale.ts'

/** What is told township by township: the work that most rooms do. */
const mostFigures = 4
const mostPeriods = 12

/** Townships beside each other: the period's figures, rates where they can be told, and the course of the first. */
export function ReviewTownships({ review }: { review: Review }) {
  const { t } = useTranslation('county-review')
  const [language] = useLanguage()
  const periodText = usePeriodText()
  const figures = review.chapters
    .flatMap((chapter) => chapter.figures)
    .filter(isTold)
    .slice(0, mostFigures)
  const [first] = figures
  if (first === undefined) return null
  const nameOf = (code: string | null, name: string | null) => name ?? code ?? t('noTownship')
  const places = first.townships
  return (
    <section>
      <h3>{t('sheet.townships')}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('column.township')}</th>
            {figures.map(({ table }) => (
              <th key={table.id} scope="col">
                {table.title[language]}
              </th>
            ))}
            <th scope="col">{t('column.rate', { figure: first.table.title[language] })}</th>
          </tr>
        </thead>
        <tbody>
          {places.map(({ code, name, rate }) => (
            <tr key={code ?? ''}>
              <th scope="row">{nameOf(code, name)}</th>
              {figures.map((figure) => {
                const now = figure.townships.find((one) => one.code === code)?.series.at(-1)
                return (
                  <td key={figure.table.id}>
                    {now === undefined || now.sum === null
                      ? t(now && now.withheld > 0 ? 'withheld' : 'nothing')
                      : now.band > 0
                        ? `${now.sum} ± ${now.band}`
                        : now.sum}
                  </td>
                )
              })}
              <td>
                {'none' in rate ? (
                  <span className="a4-sheet-small">{t(`rate.${rate.none}`)}</span>
                ) : (
                  `${rate.per10000} ± ${rate.band}`
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {review.period.length > 4 && (
        <div className="a4-whole review-heat">
          <p className="a4-sheet-small">{t('sheet.heat', { figure: first.table.title[language] })}</p>
          <HeatMap
            caption={t('sheet.heat', { figure: first.table.title[language] })}
            corner={t('column.township')}
            rows={places.map(({ code, name }) => nameOf(code, name))}
            columns={first.series.slice(-mostPeriods).map(({ period }) => periodText(period))}
            cells={places.map(({ series }) => series.slice(-mostPeriods).map(({ sum }) => sum))}
            none={t('nothing')}
          />
        </div>
      )}
    </section>
  )
}

const isTold = ({ townships, table, now }: ReviewFigure): boolean =>
  townships.length > 0 && table.class !== 'S' && now.sum !== null
