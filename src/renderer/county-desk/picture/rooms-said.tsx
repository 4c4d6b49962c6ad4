import { useTranslation } from 'react-i18next'
import type { RoomsBehind } from '../../../room/contract/county-figures.ts'

/** Who stands behind a figure, in sentences; what did not come is never passed over. */
export function RoomsSaid({ rooms: { full, partly, absent, notAsked } }: { rooms: RoomsBehind }) {
  const { t } = useTranslation('county-picture')
  return (
    <>
      {full + partly > 0 && <li>{t('rooms.in', { count: full + partly })}</li>}
      {partly > 0 && <li>{t('rooms.partly', { count: partly })}</li>}
      {absent > 0 && <li>{t('rooms.absent', { count: absent })}</li>}
      {notAsked > 0 && <li>{t('rooms.notAsked', { count: notAsked })}</li>}
    </>
  )
}

/** Rooms in of all rooms of which the table is asked, `18 / 20`. */
export const roomsInOf = ({ full, partly, absent }: RoomsBehind): string =>
  `${full + partly} / ${full + partly + absent}`
