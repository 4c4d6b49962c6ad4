import { useTranslation } from 'react-i18next'
import { NavLink, Outlet } from 'react-router'
import './county-desk.css'

const places = ['totals', 'reported', 'import', 'units', 'review', 'upward', 'campaigns'] as const

/** The county desk: its places, and the one that is open. */
export function CountyDesk() {
  const { t } = useTranslation('county-desk')
  return (
    <>
      <nav className="county-nav" aria-label={t('places')}>
        {places.map((place) => (
          <NavLink key={place} to={`/county/${place}`}>
            {t(`place.${place}`)}
          </NavLink>
        ))}
      </nav>
      <Outlet />
    </>
  )
}
