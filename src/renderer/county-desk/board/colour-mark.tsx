import { useTranslation } from 'react-i18next'
import type { RoomStanding } from '../../../room/contract/county-board.ts'

const signs = { blue: '●', yellow: '▲', orange: '◆', red: '■', none: '○' } as const

/** A colour of the board: its sign and its words, and never the colour alone. */
export function ColourMark({ colour }: { colour: RoomStanding['colour'] | 'none' }) {
  const { t } = useTranslation('county-board')
  const shown = colour ?? 'none'
  return (
    <span className={`board-mark board-${shown}`}>
      <span aria-hidden>{signs[shown]}</span> {t(`colour.${shown}`)}
    </span>
  )
}
