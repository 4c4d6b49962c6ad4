import { Button, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListOnShow, SheetOnShow } from '../../room/contract/client-list.ts'
import { answered } from '../room/answered.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { ColumnTable } from './column-table.tsx'

/** Which sheet is read, and what its columns are. */
export interface Asked {
  sheet: number
  layout: SheetOnShow['layout']
}

/** Says where the column names stand and what each column tells; what their names say is proposed. */
export function ChooseColumns({
  list,
  before,
  onChosen,
}: {
  list: ListOnShow
  /** What was chosen when the list was last looked through. */
  before: Asked | null
  onChosen: (asked: Asked) => void
}) {
  const { t } = useTranslation('client-list')
  const [sheet, setSheet] = useState(before?.sheet ?? 0)
  const [headerRow, setHeaderRow] = useState<number | null>(before?.layout.header.first ?? null)
  const read = useQuery(() => answered(room.clientListSheet({ sheet, headerRow })), [sheet, headerRow])
  const [chosen, setChosen] = useState(before?.layout.columns ?? null)
  if (read.failed !== null) return <RefusalNotice refusal={read.failed} />
  if (read.data === null) return <Skeleton active />
  const { layout, rows } = read.data
  const columns = chosen ?? layout.columns
  const fields = columns.filter((field) => field !== null)
  const hasName = fields.includes('name') || fields.includes('alias')
  const isTwice = new Set(fields).size < fields.length

  return (
    <section className="panel">
      <h2 className="panel-title">{t('columns.title')}</h2>
      <p>{t('columns.lead')}</p>
      <div className="list-where">
        {list.sheets.length > 1 && (
          <span>
            <label htmlFor="list-sheet">{t('columns.sheet')}</label>{' '}
            <Select
              id="list-sheet"
              value={sheet}
              options={list.sheets.map(({ name, rows: count }, value) => ({
                value,
                label: t('columns.sheetRows', { name, count }),
              }))}
              onChange={(next) => {
                setSheet(next)
                setHeaderRow(null)
                setChosen(null)
              }}
            />
          </span>
        )}
        <span>
          <label htmlFor="list-header">{t('columns.headerRow')}</label>{' '}
          <Select
            id="list-header"
            value={layout.header.first}
            options={rows.slice(0, 30).map(({ number }) => ({
              value: number,
              label: t('rowNumber', { row: number }),
            }))}
            onChange={(next) => {
              setHeaderRow(next)
              setChosen(null)
            }}
          />
        </span>
      </div>
      <ColumnTable sheet={read.data} columns={columns} onChange={setChosen} />
      {!hasName && <p role="status">{t('columns.nameNeeded')}</p>}
      {isTwice && <p role="status">{t('columns.twice')}</p>}
      <Button
        type="primary"
        disabled={!hasName || isTwice}
        onClick={() => onChosen({ sheet, layout: { ...layout, columns: [...columns] } })}
      >
        {t('columns.check')}
      </Button>
    </section>
  )
}
