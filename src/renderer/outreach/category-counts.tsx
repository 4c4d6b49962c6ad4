import { useTranslation } from 'react-i18next'
import type { OutreachOnShow } from '../../room/contract/outreach.ts'
import { useCategoryName } from './use-category-name.ts'
import { useMonthText } from './use-month-text.ts'

const figures = ['activities', 'audience', 'materials'] as const

/** What was done by category, in one month or altogether. */
export function CategoryCounts({
  onShow: { counts, categories },
  month,
}: {
  onShow: OutreachOnShow
  month: string | null
}) {
  const { t } = useTranslation('outreach')
  const monthText = useMonthText()
  const nameOf = useCategoryName(categories)
  const sum = (figure: (typeof figures)[number]) => counts.reduce((total, count) => total + count[figure], 0)
  return (
    <section className="panel outreach-counts" aria-labelledby="outreach-counts">
      <h2 className="panel-title" id="outreach-counts">
        {t('counts.title', { when: month === null ? t('filter.allMonths') : monthText(month) })}
      </h2>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('column.category')}</th>
            {figures.map((figure) => (
              <th key={figure} scope="col">
                {t(`counts.${figure}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.map((count) => (
            <tr key={count.category ?? ''}>
              <th scope="row">{nameOf(count.category)}</th>
              {figures.map((figure) => (
                <td key={figure}>{count[figure]}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('counts.all')}</th>
            {figures.map((figure) => (
              <td key={figure}>{sum(figure)}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  )
}
