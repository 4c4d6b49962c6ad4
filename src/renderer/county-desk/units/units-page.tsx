import { SearchOutlined } from '@ant-design/icons'
import { Input, Skeleton } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CountyUnitsOnShow, UnitOnShow } from '../../../room/contract/county-units.ts'
import { AcceptCard } from '../../exchange/accept-card.tsx'
import { MyCard } from '../../exchange/my-card.tsx'
import { room } from '../../room/room.ts'
import { useSession } from '../../room/session.tsx'
import { useQuery } from '../../room/use-query.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { useKeptState } from '../../ui/use-kept-state.ts'
import { SaveKeyList } from '../save-statement.tsx'
import { UnreadableHere } from '../unreadable-here.tsx'
import { FormerUnits } from './former-units.tsx'
import { RoomsTable } from './rooms-table.tsx'
import { UnitBranches } from './unit-branches.tsx'
import './units.css'

/** The county's units: who belongs to whom, whom to call, and whose cards are accepted. */
export function UnitsPage() {
  const { t } = useTranslation('county-units')
  const { t: desk } = useTranslation('county-desk')
  const { unit } = useSession()
  const { data, failed, again } = useQuery(() => room.countyUnits(), [])
  const [revoked, setRevoked] = useState<string | null>(null)
  const onRevoked = (name: string) => {
    setRevoked(name)
    again()
  }
  return (
    <Page
      title={desk('place.units')}
      lead={t('lead')}
      actions={
        <>
          <Link to="/county/units/new">{t('add')}</Link>
          <Link to="/county/units/list">{t('list.link')}</Link>
        </>
      }
    >
      <RefusalNotice refusal={failed} />
      <UnreadableHere count={data?.unreadable ?? 0} />
      <div className="county-units">
        <section className="panel" aria-labelledby="units-title">
          <h2 className="panel-title" id="units-title">
            {t('tree')}
          </h2>
          <p role="status" className="county-unchanged">
            {revoked !== null && desk('revoke.revoked', { name: revoked })}
          </p>
          {data === null && failed === null && <Skeleton active title={false} />}
          {data !== null && <Units data={data} onRevoked={onRevoked} />}
          {data !== null && (
            <div className="county-buttons">
              <SaveKeyList />
            </div>
          )}
        </section>
        <div className="county-column">
          <AcceptCard from="room" primary onAccepted={again} />
          {unit.kind === 'county' && <MyCard to="room" />}
        </div>
      </div>
    </Page>
  )
}

/** Found rooms shown at once: whoever finds more than these types one letter more. */
const mostFound = 30

function Units({ data, onRevoked }: { data: CountyUnitsOnShow; onRevoked: (name: string) => void }) {
  const { t } = useTranslation('county-units')
  const [text, setText] = useKeptState('')
  const sought = useDeferredValue(text.trim().toLowerCase())
  const rooms = data.tree.flatMap(roomsIn)
  if (rooms.length === 0 && data.tree.every(({ under }) => under.length === 0))
    return <EmptyState title={t('none')}>{t('first')}</EmptyState>
  const found = rooms.filter(({ unit: { name, code } }) => `${name} ${code}`.toLowerCase().includes(sought))
  return (
    <>
      <Input
        className="units-search"
        aria-label={t('search')}
        placeholder={t('search')}
        prefix={<SearchOutlined aria-hidden />}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <p role="status" className="quiet">
        {sought === ''
          ? t('count', { count: rooms.length })
          : t(found.length > mostFound ? 'foundMore' : 'found', { count: found.length, most: mostFound })}
      </p>
      {sought === '' ? (
        <>
          <UnitBranches tree={data.tree} desk={data.desk} rooms={rooms.length} onRevoked={onRevoked} />
          <FormerUnits units={data.others} today={data.today} />
        </>
      ) : (
        found.length > 0 && (
          <RoomsTable label={t('search')} rooms={found.slice(0, mostFound)} onRevoked={onRevoked} />
        )
      )}
    </>
  )
}

const roomsIn = (node: UnitOnShow): UnitOnShow[] =>
  node.unit.level === 'room' ? [node] : node.under.flatMap(roomsIn)
