import { PhoneOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { type KeyboardEvent, useDeferredValue, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { CallQuery } from '../../casework/hotline/call-index.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { useKeptState } from '../ui/use-kept-state.ts'
import { CallFilters } from './call-filters.tsx'
import { CallsTable } from './calls-table.tsx'
import { useLast } from './use-last.ts'
import './callers.css'

/** All calls of the hotline, looked through as one types; taking a new one starts it at once. */
export function CallsPage() {
  const { t } = useTranslation('hotline')
  const { t: own } = useTranslation('callers')
  const navigate = useNavigate()
  const list = useRef<HTMLDivElement>(null)
  const [sought, setSought] = useKeptState<CallQuery>({})
  const query = useDeferredValue(sought)
  const { data, failed } = useQuery(() => room.searchCalls(query), [query])
  const found = useLast(data)
  const start = useCommand(() => room.startCall())

  const takeCall = async () => {
    const started = await start.run()
    if (started !== null) void navigate(`/hotline/${started.value.id}`)
  }
  const inSearch = (event: KeyboardEvent) => {
    const first = data?.lines[0]
    if (event.key === 'Enter' && first !== undefined) void navigate(`/hotline/${first.id}`)
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    list.current?.querySelector('a')?.focus()
  }
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <Link to="/mandatory-reports">{t('reports')}</Link>
          <Button
            type="primary"
            icon={<PhoneOutlined aria-hidden />}
            loading={start.running}
            onClick={takeCall}
          >
            {t('takeCall')}
          </Button>
        </>
      }
    >
      <RefusalNotice refusal={start.refusal ?? failed} />
      {found !== null && found.unreadable > 0 && (
        <RefusalNotice refusal={{ code: 'CALLS_UNREADABLE', detail: { count: found.unreadable } }} />
      )}
      {found === null && failed === null && <Skeleton active title={false} />}
      {found?.all === 0 && (
        <div className="panel">
          <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
        </div>
      )}
      {found !== null && found.all > 0 && (
        <section className="panel" aria-label={own('list.label')}>
          <CallFilters query={sought} onQuery={setSought} onKeyDown={inSearch} />
          <p role="status" className="quiet calls-count">
            {own(found.total > found.lines.length ? 'list.newest' : 'list.found', {
              count: found.total,
              shown: found.lines.length,
            })}
          </p>
          <div ref={list}>
            <CallsTable lines={found.lines} staffNames={found.staffNames} nothing={own('list.nothing')} />
          </div>
        </section>
      )}
    </Page>
  )
}
