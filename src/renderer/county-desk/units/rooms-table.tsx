import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { UnitOnShow } from '../../../room/contract/county-units.ts'
import { WideBox } from '../../charts/wide-box.tsx'
import { GivePackagesBack } from '../give-packages-back.tsx'
import { RevokeKey } from '../revoke-key.tsx'
import { SaveReceipt } from '../save-statement.tsx'
import { unitPath } from './unit-path.ts'

/** Rooms, and what can be done with those whose cards are accepted. */
export function RoomsTable({
  label,
  rooms,
  onRevoked,
}: {
  label: string
  rooms: UnitOnShow[]
  onRevoked: (name: string) => void
}) {
  const { t } = useTranslation('county-units')
  return (
    <WideBox label={label}>
      <table className="county-table units-rooms" aria-label={label}>
        <thead>
          <tr>
            {(['name', 'code', 'fingerprint', 'deeds'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rooms.map(({ unit, fingerprint }) => (
            <tr key={unit.code}>
              <th scope="row">
                <Link to={unitPath(unit)}>{unit.name}</Link>
              </th>
              <td>
                {unit.code}
                <div className="quiet">{t(`duty.${unit.duty}`)}</div>
              </td>
              <td className="county-digits">{fingerprint ?? <span className="quiet">{t('noCard')}</span>}</td>
              <td>
                {fingerprint !== null && (
                  <div className="county-buttons">
                    <SaveReceipt unit={unit.code} name={unit.name} />
                    <GivePackagesBack unit={unit.code} name={unit.name} />
                    <RevokeKey unit={unit.code} name={unit.name} onRevoked={() => onRevoked(unit.name)} />
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideBox>
  )
}
