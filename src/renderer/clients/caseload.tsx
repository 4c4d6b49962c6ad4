import { PlusOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Input, Skeleton } from 'antd'
import { type KeyboardEvent, useDeferredValue, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Caseload } from '../../room/contract/clients.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { useKeptState } from '../ui/use-kept-state.ts'
import { CaseloadTable, pageSize } from './caseload-table.tsx'
import './caseload.css'

/** Everybody this room serves: found by name, pinyin, initials, file number or phone. */
export function CaseloadPage() {
  const { t } = useTranslation('clients')
  const navigate = useNavigate()
  const list = useRef<HTMLDivElement>(null)
  const [{ text, page }, setSought] = useKeptState({ text: '', page: 1 })
  const query = useDeferredValue(text.trim())
  const found = useQuery(
    () => room.listClients(query, { from: (page - 1) * pageSize, atMost: pageSize }),
    [query, page],
  )
  const shown = useLast(found.data)
  const lastPage = shown ? Math.max(1, Math.ceil(shown.total / pageSize)) : page
  // Whoever was on the last page stays on one that is there, when files went meanwhile.
  useEffect(() => {
    if (page > lastPage) setSought({ text, page: lastPage })
  })

  const turnTo = (to: number) => {
    setSought({ text, page: to })
    list.current?.scrollIntoView()
  }
  const register = (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => void navigate('/clients/new')}>
      {t('register.title')}
    </Button>
  )
  const inSearch = (event: KeyboardEvent) => {
    const first = found.data?.clients[0]
    if (event.key === 'Enter' && query !== '' && first) void navigate(`/clients/${first.id}`)
    if (event.key === 'ArrowDown') list.current?.querySelector('a')?.focus()
    if (event.key === 'ArrowDown') event.preventDefault()
  }

  return (
    <Page
      title={t('caseload.title')}
      lead={t('caseload.lead')}
      actions={
        <>
          <Link to="/clients/received-referral">{t('referrals:received.link')}</Link>
          <Link to="/mandatory-reports">{t('caseload.reports')}</Link>
          <Link to="/clients/rights">{t('caseload.rights')}</Link>
          <Link to="/clients/import">{t('caseload.import')}</Link>
          {register}
        </>
      }
    >
      <RefusalNotice refusal={found.failed} />
      {shown === null && found.failed === null && <Skeleton active />}
      {shown !== null && shown.unreadable > 0 && (
        <p role="status" className="caseload-unreadable">
          {t('unreadable', { count: shown.unreadable })}
        </p>
      )}
      {shown !== null && shown.total === 0 && query === '' ? (
        <section className="panel">
          <EmptyState title={t('caseload.empty.title')} action={register}>
            {t('caseload.empty.text')}
          </EmptyState>
        </section>
      ) : (
        shown !== null && (
          <section className="panel caseload" ref={list}>
            <div className="caseload-tools">
              <Input
                autoFocus
                aria-label={t('caseload.search')}
                placeholder={t('caseload.searchHint')}
                prefix={<SearchOutlined aria-hidden />}
                value={text}
                onChange={(event) => setSought({ text: event.target.value, page: 1 })}
                onKeyDown={inSearch}
              />
              <span role="status" className="caseload-count">
                {t('caseload.count', { count: shown.total })}
              </span>
            </div>
            <CaseloadTable clients={shown.clients} total={shown.total} page={page} onPage={turnTo} />
          </section>
        )
      )}
    </Page>
  )
}

/** What was there last, so that the list does not vanish between two letters. */
function useLast(data: Caseload | null): Caseload | null {
  const last = useRef(data)
  if (data !== null) last.current = data
  return last.current
}
