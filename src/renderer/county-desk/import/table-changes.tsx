import { useTranslation } from 'react-i18next'
import type { BatchOnShow } from '../../../room/contract/county-import.ts'
import { useLanguage } from '../../locale/locale.ts'

/** What one package adds, table by table, beside what the room reported the last time. */
export function TableChanges({
  tables,
  titles,
}: {
  tables: BatchOnShow['files'][number]['tables']
  titles: BatchOnShow['titles']
}) {
  const { t } = useTranslation('county-import')
  const [language] = useLanguage()
  return (
    <table className="county-table county-changes">
      <thead>
        <tr>
          {(['table', 'total', 'before', 'withheld'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`change.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tables.map(({ id, total, before, withheld }) => (
          <tr key={id}>
            <th scope="row">{titles[id]?.[language] ?? id}</th>
            <td>{total ?? t('change.notTold')}</td>
            <td>{before ?? t('change.none')}</td>
            <td>{withheld}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
