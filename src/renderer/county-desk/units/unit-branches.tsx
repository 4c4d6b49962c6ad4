import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CountyUnitsOnShow, UnitOnShow } from '../../../room/contract/county-units.ts'
import { RoomsTable } from './rooms-table.tsx'
import { unitPath } from './unit-path.ts'

/** Up to so many rooms everything is open from the start. */
const fewRooms = 30

interface Branches {
  rooms: number
  onRevoked: (name: string) => void
}

/** The tree: townships to be unfolded, in each its rooms. What belongs to the desk itself stands without it. */
export function UnitBranches({
  tree,
  desk,
  ...more
}: Branches & { tree: UnitOnShow[]; desk: CountyUnitsOnShow['desk'] }) {
  const { t } = useTranslation('county-units')
  const own = tree.find(({ unit }) => unit.level === desk.level && unit.code === desk.code)
  const nodes = [...(own?.under ?? []), ...tree.filter((node) => node !== own)]
  const branches = nodes.filter(({ unit }) => unit.level !== 'room')
  const alone = nodes.filter(({ unit }) => unit.level === 'room')
  return (
    <>
      {branches.map((node) => (
        <Branch key={`${node.unit.level} ${node.unit.code}`} node={node} {...more} />
      ))}
      {alone.length > 0 &&
        (branches.length === 0 ? (
          <RoomsTable label={t('tree')} rooms={alone} onRevoked={more.onRevoked} />
        ) : (
          <Fold name={t('noTownship')} count={alone.length} isOpen={more.rooms <= fewRooms}>
            {() => <RoomsTable label={t('noTownship')} rooms={alone} onRevoked={more.onRevoked} />}
          </Fold>
        ))}
    </>
  )
}

function Branch({ node: { unit, under, rooms: count }, ...more }: Branches & { node: UnitOnShow }) {
  const { t } = useTranslation('county-units')
  const rooms = under.filter(({ unit: { level } }) => level === 'room')
  return (
    <Fold name={unit.name} count={count} isOpen={more.rooms <= fewRooms}>
      {() => (
        <>
          <p className="units-branch">
            <Link to={unitPath(unit)}>{t('open', { name: unit.name })}</Link>
          </p>
          {under
            .filter(({ unit: { level } }) => level !== 'room')
            .map((node) => (
              <Branch key={node.unit.code} node={node} {...more} />
            ))}
          {rooms.length > 0 && <RoomsTable label={unit.name} rooms={rooms} onRevoked={more.onRevoked} />}
        </>
      )}
    </Fold>
  )
}

/** What is folded is not drawn: a county has hundreds of rooms. */
function Fold({
  name,
  count,
  isOpen,
  children,
}: {
  name: string
  count: number
  isOpen: boolean
  children: () => React.ReactNode
}) {
  const { t } = useTranslation('county-units')
  const [open, setOpen] = useState(isOpen)
  return (
    <details className="units-fold" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {name} <span className="quiet">{t('rooms', { count })}</span>
      </summary>
      {open && children()}
    </details>
  )
}
