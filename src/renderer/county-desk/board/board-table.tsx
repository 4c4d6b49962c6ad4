import { Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { BoardOnShow, RoomStanding } from '../../../room/contract/county-board.ts'
import { useFormatTime } from '../../ui/format-time.ts'
import { goToNextRow } from '../../ui/next-row.ts'
import { unitPath } from '../units/unit-path.ts'
import { ColourMark } from './colour-mark.tsx'
import { isPartlyUnknown, useToDo } from './use-to-do.ts'

/** The rooms of the board, twenty at a time; the arrow keys go from row to row. */
export function BoardTable({
  rooms,
  townships,
}: {
  rooms: RoomStanding[]
  townships: BoardOnShow['board']['townships']
}) {
  const { t } = useTranslation('county-board')
  const { day } = useFormatTime()
  const toDo = useToDo()
  const names = new Map(townships.map(({ code, name }) => [code, name]))
  const columns: TableColumnsType<RoomStanding> = [
    {
      title: t('column.room'),
      render: (_, { code, name }) => <Link to={unitPath({ level: 'room', code })}>{name}</Link>,
    },
    {
      title: t('column.township'),
      render: (_, { township }) => (township === null ? t('noTownship') : (names.get(township) ?? township)),
    },
    {
      title: t('column.state'),
      render: (_, { state, received }) => (
        <>
          {t(`state.${state}`)}
          {received !== null && <span className="quiet"> {day(received)}</span>}
        </>
      ),
    },
    { title: t('column.colour'), render: (_, { colour }) => <ColourMark colour={colour} /> },
    {
      title: t('column.todo'),
      render: (_, one) => {
        const lines = toDo(one)
        return (
          <>
            {lines.length > 0 && (
              <ul className="board-todo">
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
            {isPartlyUnknown(one) && one.colour !== null && <span className="quiet">{t('unknown')}</span>}
          </>
        )
      },
    },
    { title: t('column.contact'), render: (_, { contact }) => contact || t('noContact') },
  ]
  return (
    <Table<RoomStanding>
      size="small"
      rowKey="code"
      columns={columns}
      dataSource={rooms}
      scroll={{ x: 'max-content' }}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      onRow={() => ({ onKeyDown: goToNextRow })}
      locale={{ emptyText: t('noneFound') }}
    />
  )
}
