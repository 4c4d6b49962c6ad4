import { Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AcceptCard } from '../exchange/accept-card.tsx'
import { MyCard } from '../exchange/my-card.tsx'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useQuery } from '../room/use-query.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { GivePackagesBack } from './give-packages-back.tsx'
import { RevokeKey } from './revoke-key.tsx'
import { SaveKeyList, SaveReceipt } from './save-statement.tsx'

/** The rooms this desk takes packages from, and how another one is added. */
export function UnitsPage() {
  const { t } = useTranslation('county-desk')
  const { unit } = useSession()
  const { data, failed, again } = useQuery(() => room.enrolledCards(), [])
  const [revoked, setRevoked] = useState<string | null>(null)
  const onRevoked = (name: string) => {
    setRevoked(name)
    again()
  }
  const rooms = data
    ?.filter(({ card }) => card.kind === 'room')
    .toSorted((a, b) => a.card.unit.localeCompare(b.card.unit))

  return (
    <Page title={t('place.units')} lead={t('units.lead')}>
      <RefusalNotice refusal={failed} />
      <div className="county-units">
        <section className="panel">
          <h2 className="panel-title">{t('units.list')}</h2>
          <p role="status" className="county-unchanged">
            {revoked !== null && t('revoke.revoked', { name: revoked })}
          </p>
          {rooms === undefined && failed === null && <Skeleton active title={false} />}
          {rooms?.length === 0 && <EmptyState title={t('units.none')}>{t('units.first')}</EmptyState>}
          {rooms !== undefined && rooms.length > 0 && (
            <table className="county-table">
              <thead>
                <tr>
                  <th scope="col">{t('units.name')}</th>
                  <th scope="col">{t('units.code')}</th>
                  <th scope="col">{t('units.fingerprint')}</th>
                  <th scope="col">{t('units.deeds')}</th>
                </tr>
              </thead>
              <tbody>
                {rooms.map(({ card, fingerprint }) => (
                  <tr key={card.unit}>
                    <th scope="row">{card.name}</th>
                    <td>{card.unit}</td>
                    <td className="county-digits">{fingerprint}</td>
                    <td>
                      <div className="county-buttons">
                        <SaveReceipt unit={card.unit} name={card.name} />
                        <GivePackagesBack unit={card.unit} name={card.name} />
                        <RevokeKey unit={card.unit} name={card.name} onRevoked={() => onRevoked(card.name)} />
                      </div>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {rooms !== undefined && rooms.length > 0 && (
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
