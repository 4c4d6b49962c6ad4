import { useTranslation } from 'react-i18next'
import type { BadRow } from '../../room/contract/client-list.ts'
import { useRefusalText } from '../refusals/refusal-text.ts'

/** Everything that is wrong, by row and column as the spreadsheet program names them. */
export function BadRows({ rows }: { rows: BadRow[] }) {
  const { t } = useTranslation('client-list')
  const text = useRefusalText()
  return (
    <section className="panel" aria-labelledby="bad-title">
      <h2 className="panel-title" id="bad-title">
        {t('bad.title', { count: rows.length })}
      </h2>
      <p>{t('bad.lead')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by the keyboard too */}
      <section className="list-bad" aria-label={t('bad.table')} tabIndex={0}>
        <table className="plain-table">
          <thead>
            <tr>
              {(['row', 'column', 'field', 'what'] as const).map((column) => (
                <th scope="col" key={column}>
                  {t(`bad.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.flatMap(({ row, faults }) =>
              faults.map(({ column, field, code }) => (
                <tr key={`${row} ${column} ${field} ${code}`}>
                  <th scope="row">{row}</th>
                  <td>{column}</td>
                  <td>{field !== null && t(`field.${field}`)}</td>
                  <td>{text({ code })}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </section>
    </section>
  )
}
