import { Input, Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  BoardColour,
  BoardOnShow,
  ReportState,
  RoomStanding,
} from '../../../room/contract/county-board.ts'

/** Which rooms of the board are asked for; null for all. */
export interface Filter {
  colour: BoardColour | 'none' | null
  state: ReportState | null
  township: string | null
  text: string
}
export const everything: Filter = { colour: null, state: null, township: null, text: '' }

/** In `township`, for rooms of which nobody has said where they belong. */
const nowhere = '-'

/** Whether a room is one of those asked for. */
export const fits = (room: RoomStanding, { colour, state, township, text }: Filter): boolean =>
  (colour === null || (room.colour ?? 'none') === colour) &&
  (state === null || room.state === state) &&
  (township === null || (room.township ?? nowhere) === township) &&
  `${room.name} ${room.code}`.toLowerCase().includes(text.trim().toLowerCase())

const colours = ['red', 'orange', 'yellow', 'blue', 'none'] as const
const states = ['missing', 'refused', 'waiting', 'late', 'notDue', 'onTime'] as const

/** Chooses rooms of the board by colour, state, township and name. */
export function BoardFilter({
  board,
  filter,
  onFilter,
}: {
  board: BoardOnShow['board']
  filter: Filter
  onFilter: (filter: Filter) => void
}) {
  const { t } = useTranslation('county-board')
  const [colour, state, township] = [useId(), useId(), useId()]
  const all = { value: null, label: t('all') }
  return (
    <div className="county-choice board-filter">
      <label htmlFor={colour}>{t('filter.colour')}</label>
      <Select<Filter['colour']>
        id={colour}
        value={filter.colour}
        options={[all, ...colours.map((value) => ({ value, label: t(`colour.${value}`) }))]}
        onChange={(next) => onFilter({ ...filter, colour: next })}
      />
      <label htmlFor={state}>{t('filter.state')}</label>
      <Select<Filter['state']>
        id={state}
        value={filter.state}
        options={[all, ...states.map((value) => ({ value, label: t(`state.${value}`) }))]}
        onChange={(next) => onFilter({ ...filter, state: next })}
      />
      <label htmlFor={township}>{t('filter.township')}</label>
      <Select<Filter['township']>
        id={township}
        value={filter.township}
        showSearch={{ optionFilterProp: 'label' }}
        options={[
          all,
          ...board.townships.map(({ code, name }) => ({
            value: code ?? nowhere,
            label: name ?? code ?? t('noTownship'),
          })),
        ]}
        onChange={(next) => onFilter({ ...filter, township: next })}
      />
      <Input
        className="board-search"
        aria-label={t('filter.text')}
        placeholder={t('filter.text')}
        value={filter.text}
        onChange={({ target }) => onFilter({ ...filter, text: target.value })}
      />
    </div>
  )
}
