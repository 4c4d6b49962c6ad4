import { Button, Skeleton } from 'antd'
import { type KeyboardEvent, useDeferredValue, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { QuestionnaireShelf } from '../../room/contract/library.ts'
import { FaultList } from '../refusals/fault-list.tsx'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useQuery } from '../room/use-query.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { CatalogueFilters } from './catalogue-filters.tsx'
import { CatalogueTable } from './catalogue-table.tsx'
import { everything, findEntries, indexEntries } from './find-entries.ts'
import { NonCommercialNotice } from './non-commercial-notice.tsx'
import './catalogue.css'

/** 量表: every instrument there is here, for whom, how long, on which terms, and whether it is given. */
export function CataloguePage() {
  const { t } = useTranslation('catalogue')
  const navigate = useNavigate()
  const { me } = useSession()
  const { data: shelf, failed, again } = useQuery(() => room.questionnaires(), [])
  const mayImport = me.roles.includes('administrator')
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <Link className="catalogue-action" to="/catalogue/batteries">
            {t('batteries')}
          </Link>
          {mayImport && (
            <Button onClick={() => void navigate('/catalogue/import')}>{t('import.title')}</Button>
          )}
        </>
      }
    >
      <RefusalNotice refusal={failed} />
      {shelf === null && failed === null && <Skeleton active />}
      {shelf !== null && (
        <>
          <NonCommercialNotice shelf={shelf} onConfirmed={again} />
          <Shelf shelf={shelf} />
          {shelf.broken.length > 0 && <FaultList title={t('broken')} faults={shelf.broken} />}
        </>
      )}
    </Page>
  )
}

function Shelf({ shelf }: { shelf: QuestionnaireShelf }) {
  const { t } = useTranslation('catalogue')
  const navigate = useNavigate()
  const [sought, setSought] = useState(everything)
  const list = useRef<HTMLDivElement>(null)
  const index = useMemo(() => indexEntries(shelf.entries), [shelf])
  const latest = useDeferredValue(sought)
  const found = useMemo(() => findEntries(index, latest), [index, latest])

  const inSearch = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && sought.text !== '') {
      // The list may still be that of fewer letters.
      const [first] = findEntries(index, sought)
      if (first !== undefined) void navigate(`/catalogue/${first.questionnaire.instrument.id}`)
    }
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    list.current?.querySelector('a')?.focus()
  }

  if (shelf.entries.length === 0)
    return (
      <section className="panel">
        <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
      </section>
    )
  return (
    <section className="panel catalogue">
      <CatalogueFilters sought={sought} found={found.length} onChange={setSought} onKeyInSearch={inSearch} />
      <div ref={list}>
        {found.length === 0 ? (
          <EmptyState
            title={t('noneFound.title')}
            action={<Button onClick={() => setSought(everything)}>{t('noneFound.all')}</Button>}
          >
            {t('noneFound.text')}
          </EmptyState>
        ) : (
          <CatalogueTable entries={found} staffNames={shelf.staffNames} />
        )}
      </div>
    </section>
  )
}
