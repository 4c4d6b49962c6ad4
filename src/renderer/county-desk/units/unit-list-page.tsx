import { Button, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { done, type Outcome } from '../../../instruments/outcome.ts'
import type { UnitListOnShow } from '../../../room/contract/county-units.ts'
import { desktop } from '../../bridge/desktop.ts'
import { useLanguage } from '../../locale/locale.ts'
import { room } from '../../room/room.ts'
import { useCommand } from '../../room/use-command.ts'
import { FormActions } from '../../ui/form-actions.tsx'
import { useFormatTime } from '../../ui/format-time.ts'
import { Page } from '../../ui/page.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { SaveStatement } from '../save-statement.tsx'
import { FaultyRows } from './faulty-rows.tsx'
import './units.css'

const maxBytes = 10_000_000

/** 导入单位名单: choose the file, look at what it would change, take it. */
export function UnitListPage() {
  const { t } = useTranslation('county-units')
  const [language] = useLanguage()
  const [list, setList] = useState<UnitListOnShow | null>(null)
  const [taken, setTaken] = useState<{ added: number; changed: number } | null>(null)
  const check = useCommand(async (): Promise<Outcome<UnitListOnShow | null>> => {
    const chosen = await desktop.openFile(['xlsx', 'csv', 'txt'], maxBytes)
    if (!chosen.ok) return chosen
    return chosen.value === null ? done(null) : room.checkUnitList(chosen.value)
  })
  const choose = async () => {
    setTaken(null)
    setList(null)
    setList((await check.run())?.value ?? null)
  }
  return (
    <Page
      title={t('list.title')}
      lead={t('list.lead')}
      actions={
        <>
          <Button type={list === null ? 'primary' : 'default'} loading={check.running} onClick={choose}>
            {t('list.choose')}
          </Button>
          <Link to="/county/units">{t('toUnits')}</Link>
        </>
      }
    >
      <RefusalNotice refusal={check.refusal} />
      <p role="status" className="county-unchanged">
        {taken !== null && t('list.taken', taken)}
      </p>
      {list === null ? (
        <section className="panel" aria-labelledby="list-how">
          <h2 className="panel-title" id="list-how">
            {t('list.how')}
          </h2>
          <ul>
            {(['columns', 'parent', 'days', 'empty', 'limit'] as const).map((line) => (
              <li key={line}>{t(`list.line.${line}`)}</li>
            ))}
          </ul>
          <SaveStatement ask={() => room.unitListSample(language)}>{t('list.sample')}</SaveStatement>
        </section>
      ) : (
        <CheckedList
          list={list}
          onTaken={(what) => {
            setList(null)
            setTaken(what)
          }}
        />
      )}
    </Page>
  )
}

type Planned = UnitListOnShow['added'][number]

function CheckedList({
  list: { added, changed, same, faulty },
  onTaken,
}: {
  list: UnitListOnShow
  onTaken: (taken: { added: number; changed: number }) => void
}) {
  const { t } = useTranslation('county-units')
  const { day } = useFormatTime()
  const take = useCommand(() => room.takeUnitList())
  const columns: TableColumnsType<Planned> = [
    { title: t('list.row'), dataIndex: 'row', width: 80 },
    { title: t('column.level'), render: (_, { level }) => t(`level.${level}`) },
    { title: t('column.code'), dataIndex: 'code' },
    { title: t('column.name'), dataIndex: 'name' },
    { title: t('column.from'), render: (_, { from }) => day(from) },
    {
      title: t('list.what'),
      render: (_, { isNew, changes }) =>
        isNew
          ? t('list.isNew')
          : t('list.changes', {
              fields: changes.map((field) => t(`column.${field}`)).join(t('list.and')),
            }),
    },
  ]
  return (
    <>
      <section className="panel" aria-labelledby="list-check">
        <h2 className="panel-title" id="list-check">
          {t('list.check')}
        </h2>
        <ul>
          <li>{t('list.added', { count: added.length })}</li>
          <li>{t('list.changed', { count: changed.length })}</li>
          <li>{t('list.same', { count: same })}</li>
          {faulty.length > 0 && <li>{t('list.faulty', { count: faulty.length })}</li>}
        </ul>
        {added.length + changed.length > 0 && (
          <Table<Planned>
            size="small"
            rowKey={({ row }) => row}
            columns={columns}
            dataSource={[...changed, ...added].sort((a, b) => a.row - b.row)}
            pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
          />
        )}
        <FormActions refusal={take.refusal}>
          <Button
            type="primary"
            disabled={added.length + changed.length === 0}
            loading={take.running}
            onClick={() => void take.run().then((taken) => taken && onTaken(taken.value))}
          >
            {t('list.take', { count: added.length + changed.length })}
          </Button>
          <span className="quiet">{t('list.nothingYet')}</span>
        </FormActions>
      </section>
      {faulty.length > 0 && <FaultyRows rows={faulty} />}
    </>
  )
}
