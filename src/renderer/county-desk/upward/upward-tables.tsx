import { Button } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { UpwardTable } from '../../../room/contract/county-upward.ts'
import { CountsTable } from '../../charts/counts-table.tsx'
import { useLanguage } from '../../locale/locale.ts'

/** The tables of a merge, each with how many rooms reported it; those in which rooms withhold as their grand total alone. */
export function UpwardTables({
  tables,
  onLeaveOut,
}: {
  tables: readonly UpwardTable[]
  /** Given where a table may still be kept here. */
  onLeaveOut?: (table: string) => void
}) {
  return (
    <div className="county-package-tables">
      {tables.map((table) => (
        <OneTable key={table.id} table={table} {...(onLeaveOut ? { onLeaveOut } : {})} />
      ))}
    </div>
  )
}

function OneTable({ table, onLeaveOut }: { table: UpwardTable; onLeaveOut?: (table: string) => void }) {
  const { t } = useTranslation('upward')
  const [language] = useLanguage()
  const id = useId()
  const title = table.title[language]
  const unit = t(`county-desk:unit.${table.unit}`)
  return (
    <div>
      <h3 className="county-table-title">{title}</h3>
      <p className="county-quiet">{t('table.rooms', { count: table.rooms })}</p>
      {table.class === 'S' ? (
        <GrandTotal table={table} />
      ) : (
        <CountsTable id={id} table={table} sets={[{ label: unit, cells: table.cells }]} />
      )}
      {table.nearlyAllOf !== null && (
        <p className="upward-marked">
          {t('table.nearlyAllOf', { name: table.nearlyAllOf.name })}{' '}
          {onLeaveOut !== undefined && (
            <Button
              size="small"
              aria-label={t('table.leaveOutOf', { title })}
              onClick={() => onLeaveOut(table.id)}
            >
              {t('table.leaveOut')}
            </Button>
          )}
        </p>
      )}
    </div>
  )
}

function GrandTotal({ table: { cells, withheld } }: { table: UpwardTable }) {
  const { t } = useTranslation('upward')
  const [total = null] = cells
  const [band = 0] = withheld ?? []
  return (
    <p className="upward-total">
      {total === null ? t('table.notTold') : t('table.total', { total })}{' '}
      {total !== null && band > 0 && t(band === 5 ? 'table.withheld5' : 'table.withheld1')}
    </p>
  )
}
