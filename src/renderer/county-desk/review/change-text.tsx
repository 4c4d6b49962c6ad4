import { useTranslation } from 'react-i18next'
import type { Change } from '../../../room/contract/county-review.ts'

/** What can be told of a change: more, fewer, nothing that can be told; and that other rooms reported then. */
export function ChangeText({ change }: { change: Change | null }) {
  const { t } = useTranslation('county-review')
  if (change === null) return <>{t('change.unknown')}</>
  const { verdict, difference, band, rooms } = change
  const said =
    verdict === 'same'
      ? t('change.same')
      : t(band > 0 ? `change.${verdict}Within` : `change.${verdict}`, {
          difference: Math.abs(difference),
          band,
        })
  return (
    <>
      {said}
      {rooms.earlier !== rooms.now && (
        <span className="a4-sheet-small">
          {' '}
          {t('change.rooms', { earlier: rooms.earlier, now: rooms.now })}
        </span>
      )}
    </>
  )
}
