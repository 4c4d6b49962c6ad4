import { PlusOutlined } from '@ant-design/icons'
import { Button, Select, Skeleton, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Outreach } from '../../casework/activities/outreach.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { OutreachFilter, OutreachOnShow } from '../../room/contract/outreach.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { goToNextRow } from '../ui/next-row.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { CategoryCounts } from './category-counts.tsx'
import { useCategoryName } from './use-category-name.ts'
import { useMonthText } from './use-month-text.ts'
import './outreach.css'

const everything: OutreachFilter = { month: null, category: null }

/** 科普宣教: what was done to make psychology known, by month and category. */
export function OutreachPage() {
  const { t } = useTranslation('outreach')
  const navigate = useNavigate()
  const [filter, setFilter] = useState(everything)
  const { data, failed } = useQuery(() => room.outreach(filter), [filter])
  const record = (
    <Button
      type="primary"
      icon={<PlusOutlined aria-hidden />}
      onClick={() => void navigate('/activities/outreach/new')}
    >
      {t('record.title')}
    </Button>
  )
  const isEmpty = data !== null && data.months.length === 0
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <Link to="/activities/outreach/categories">{t('categories.title')}</Link>
          {!isEmpty && record}
        </>
      }
    >
      <RefusalNotice refusal={failed} />
      {data === null && failed === null && <Skeleton active />}
      {data !== null && data.unreadable > 0 && (
        <p role="status" className="outreach-warning">
          {t('unreadable', { count: data.unreadable })}
        </p>
      )}
      {isEmpty && (
        <section className="panel">
          <EmptyState title={t('empty.title')} action={record}>
            {t('empty.text')}
          </EmptyState>
        </section>
      )}
      {data !== null && !isEmpty && (
        <div className="outreach-columns">
          <section className="panel outreach-list" aria-label={t('title')}>
            <Filters onShow={data} filter={filter} onFilter={setFilter} />
            <OutreachTable onShow={data} />
          </section>
          <CategoryCounts onShow={data} month={filter.month} />
        </div>
      )}
    </Page>
  )
}

function Filters({
  onShow: { months, categories, activities },
  filter,
  onFilter,
}: {
  onShow: OutreachOnShow
  filter: OutreachFilter
  onFilter: (filter: OutreachFilter) => void
}) {
  const { t } = useTranslation('outreach')
  const monthText = useMonthText()
  const nameOf = useCategoryName(categories)
  return (
    <div className="outreach-filters">
      <Select<string>
        aria-label={t('filter.month')}
        value={filter.month ?? ''}
        onChange={(month) => onFilter({ ...filter, month: month === '' ? null : month })}
        options={[
          { value: '', label: t('filter.allMonths') },
          ...months.map((month) => ({ value: month, label: monthText(month) })),
        ]}
      />
      <Select<string>
        aria-label={t('filter.category')}
        value={filter.category ?? ''}
        onChange={(category) => onFilter({ ...filter, category: category === '' ? null : category })}
        options={[
          { value: '', label: t('filter.allCategories') },
          ...categories.categories.map(({ id }) => ({ value: id, label: nameOf(id) })),
        ]}
      />
      <span role="status" className="quiet">
        {t('filter.found', { count: activities.length })}
      </span>
    </div>
  )
}

function OutreachTable({ onShow: { activities, categories } }: { onShow: OutreachOnShow }) {
  const { t } = useTranslation('outreach')
  const { day } = useFormatTime()
  const nameOf = useCategoryName(categories)
  const entered = (one: Stored<Outreach>) => one.value.versions.at(-1)
  const columns: TableColumnsType<Stored<Outreach>> = [
    { title: t('column.day'), width: 165, render: (_, one) => day(entered(one)?.activity.day ?? '') },
    {
      title: t('column.title'),
      ellipsis: true,
      render: (_, one) => (
        <>
          {entered(one)?.struckOut === true && <span className="outreach-struck">{t('struckOut')} </span>}
          <Link to={`/activities/outreach/${one.id}`}>{entered(one)?.activity.title}</Link>
        </>
      ),
    },
    {
      title: t('column.category'),
      width: 130,
      render: (_, one) => nameOf(entered(one)?.activity.category ?? ''),
    },
    {
      title: t('column.audience'),
      width: 80,
      align: 'right',
      render: (_, one) => entered(one)?.activity.audience,
    },
    {
      title: t('column.materials'),
      width: 80,
      align: 'right',
      render: (_, one) => entered(one)?.activity.materials,
    },
  ]
  return (
    <Table
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={activities}
      onRow={() => ({ onKeyDown: goToNextRow })}
      pagination={activities.length > pageSize && { pageSize, showSizeChanger: false }}
      locale={{ emptyText: t('filter.nothing') }}
    />
  )
}

const pageSize = 30
