import { useTranslation } from 'react-i18next'

/** Tables of the unit itself; nobody reads their rows as records. */
const ofTheUnit: readonly string[] = [
  'vault',
  'staff',
  'orders',
  'generations',
  'grants',
  'clientKeys',
  'unitProfile',
  'roomSettings',
  'unitKeys',
]

/** What people look for first stands first. */
const first: readonly string[] = [
  'clients',
  'consents',
  'assessments',
  'criticalAlerts',
  'tierDecisions',
  'hotlineCalls',
]
const place = (table: string): number => (first.includes(table) ? first.indexOf(table) : first.length)

/** How many there are of every kind, in the words of the room. */
export function CountsByKind({ rows }: { rows: Record<string, number> }) {
  const { t, i18n } = useTranslation('health')
  const number = new Intl.NumberFormat(i18n.language)
  const behind = ofTheUnit.reduce((sum, table) => sum + (rows[table] ?? 0), 0)
  const kinds = [
    ...Object.entries(rows)
      .filter(([table, count]) => count > 0 && !ofTheUnit.includes(table))
      .toSorted(([a], [b]) => place(a) - place(b)),
    ['unit', behind] as const,
  ]
  const total = kinds.reduce((sum, [, count]) => sum + count, 0)
  return (
    <section className="panel">
      <h2 className="panel-title">{t('counts.title')}</h2>
      <table className="plain-table health-counts" aria-label={t('counts.title')}>
        <thead>
          <tr>
            <th scope="col">{t('counts.kind')}</th>
            <th scope="col">{t('counts.count')}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map(([table, count]) => (
            <tr key={table}>
              <th scope="row">{t(`kinds.${table}`)}</th>
              <td>{number.format(count)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('counts.total')}</th>
            <td>{number.format(total)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}
