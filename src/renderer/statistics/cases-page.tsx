import { Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import type { StatisticsCode } from '../../room/contract/statistics.ts'
import { dayOf } from '../../tiering/calendar.ts'
import { CaseloadTable, pageSize } from '../clients/caseload-table.tsx'
import '../clients/caseload.css'
import { answered } from '../room/answered.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { addressOf, cellFrom, choiceFrom, queryOf } from './statistics-query.ts'
import { useStatisticsWords } from './use-statistics-words.ts'
import './statistics.css'

/** A code that nothing is known of but itself. */
const coded = (code: string): StatisticsCode => ({ code, parts: [{ code, label: null }] })

/** The files behind one number of the statistics. */
export function CasesPage() {
  const { t } = useTranslation('statistics')
  const [address] = useSearchParams()
  const asked = address.toString()
  const choice = choiceFrom(address)
  const cell = cellFrom(address)
  const words = useStatisticsWords(choice.kind)
  const month = dayOf(new Date().toISOString()).slice(0, 7)
  const [page, setPage] = useState(1)
  const query = queryOf(choice, month)
  const { data, failed } = useQuery(async () => {
    const [cases, { rows, categories }] = await Promise.all([
      answered(room.openStatisticsCases(query, cell)),
      room.roomStatistics(query),
    ])
    return {
      ...cases,
      row: rows.find(({ code }) => code === cell.row) ?? null,
      category: categories.find(({ code }) => code === choice.category) ?? null,
    }
  }, [asked, month])
  const { sex, ageBand, category, tier } = choice
  const filters = [
    ...(sex === null ? [] : [t(`sex.${sex}`)]),
    ...(ageBand === null ? [] : [t(`ageBand.${ageBand}`)]),
    ...(category === null ? [] : [words.category(data?.category ?? coded(category))]),
    ...(tier === null ? [] : [t(`tier.${tier}`)]),
  ]
  const title = [
    t(`kind.${choice.kind}`),
    ...(cell.row === null ? [] : [words.row(choice.rows, data?.row ?? coded(cell.row))]),
    cell.period === null ? words.span(choice.span) : words.period(cell.period),
    ...filters,
  ].join(' · ')

  return (
    <Page
      title={title}
      lead={t('cases.lead')}
      actions={<Link to={`/statistics?${addressOf(choice)}`}>{t('cases.back')}</Link>}
    >
      <RefusalNotice refusal={failed} />
      {data === null && failed === null && <Skeleton active title={false} />}
      {data !== null && data.unreadable > 0 && (
        <RefusalNotice refusal={{ code: 'FACTS_UNREADABLE', detail: { count: data.unreadable } }} />
      )}
      {data !== null && (
        <section className="panel statistics-cases" aria-label={t('cases.label')}>
          <p role="status" className="quiet">
            {t('cases.count', { count: data.clients.length })}
            {data.gone > 0 && ` ${t('cases.gone', { count: data.gone })}`}
          </p>
          <CaseloadTable
            clients={data.clients.slice((page - 1) * pageSize, page * pageSize)}
            total={data.clients.length}
            page={page}
            onPage={setPage}
          />
        </section>
      )}
    </Page>
  )
}
