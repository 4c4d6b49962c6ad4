import { Alert } from 'antd'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { PackageOnShow } from '../../../room/contract/county-import.ts'
import type { TableOnShow } from '../../../room/contract/report.ts'
import { CountsTable } from '../../charts/counts-table.tsx'
import { usePeriodText } from '../../exchange/period-text.ts'
import { useLanguage } from '../../locale/locale.ts'

/** What a package says that passed every check, and what can be done with it. */
export function PackageFacts({ says, children }: { says: PackageOnShow; children: ReactNode }) {
  const { t } = useTranslation('county-desk')
  const periodText = usePeriodText()
  const title = useId()
  const [language] = useLanguage()
  const unusual = says.tables
    .filter(({ id }) => says.unusual.includes(id))
    .map((table) => table.title[language])
  return (
    <section className="panel" aria-labelledby={title}>
      <h2 className="panel-title" id={title}>
        {t('package.title', { name: says.from.name, period: periodText(says.period) })}
      </h2>
      <p>{t('package.sound')}</p>
      {says.known && <Alert type="info" showIcon title={t('package.known')} />}
      {unusual.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('package.unusual', { tables: unusual.join(t('package.and')) })}
        />
      )}
      <dl className="county-facts">
        <dt>{t('package.from')}</dt>
        <dd>
          {says.from.name} {says.from.code}
        </dd>
        <dt>{t('package.seq')}</dt>
        <dd>{says.seq}</dd>
        <dt>{t('package.sha256')}</dt>
        <dd className="county-sha">{says.sha256}</dd>
      </dl>
      <div className="county-buttons">{children}</div>
      <div className="county-package-tables">
        {says.tables.map((table) => (
          <PackageTable key={table.id} table={table} />
        ))}
      </div>
    </section>
  )
}

function PackageTable({ table }: { table: TableOnShow }) {
  const { t } = useTranslation('county-desk')
  const [language] = useLanguage()
  const id = useId()
  return (
    <div>
      <h3 className="county-table-title">{table.title[language]}</h3>
      <CountsTable id={id} table={table} sets={[{ label: t(`unit.${table.unit}`), cells: table.cells }]} />
    </div>
  )
}
