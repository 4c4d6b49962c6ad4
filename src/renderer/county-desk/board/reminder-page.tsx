import { Radio, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { BoardOnShow } from '../../../room/contract/county-board.ts'
import { usePeriodText } from '../../exchange/period-text.ts'
import { room } from '../../room/room.ts'
import { useSession } from '../../room/session.tsx'
import { useQuery } from '../../room/use-query.ts'
import { A4Sheet, PrintButton } from '../../ui/a4-sheet.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useFormatTime } from '../../ui/format-time.ts'
import { Page } from '../../ui/page.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { useToDo } from './use-to-do.ts'
import './board.css'

type Kind = 'list' | 'letters'

/** 提醒单: whom to call, and what is missing; as a list for the telephone, or a sheet for each room. */
export function ReminderPage() {
  const { t } = useTranslation('county-board')
  const { period = '' } = useParams()
  const [kind, setKind] = useState<Kind>('list')
  const { data, failed } = useQuery(() => room.countyBoard(period), [period])
  return (
    <Page
      title={t('reminder.title')}
      lead={t('reminder.lead')}
      actions={
        <>
          <PrintButton />
          <Link to="/county/reported">{t('reminder.back')}</Link>
        </>
      }
    >
      <RefusalNotice refusal={failed} />
      {data === null && failed === null && <Skeleton active />}
      <Radio.Group
        aria-label={t('reminder.kind')}
        value={kind}
        onChange={({ target }) => setKind(target.value)}
        options={(['list', 'letters'] as const).map((value) => ({ value, label: t(`reminder.${value}`) }))}
      />
      {data !== null && <Sheet data={data} kind={kind} />}
    </Page>
  )
}

function Sheet({ data: { board, today }, kind }: { data: BoardOnShow; kind: Kind }) {
  const { t } = useTranslation('county-board')
  const { unit } = useSession()
  const { day } = useFormatTime()
  const periodText = usePeriodText()
  const toDo = useToDo()
  const names = new Map(board.townships.map(({ code, name }) => [code, name]))
  const calls = board.rooms
    .map((one) => ({ ...one, lines: toDo(one), place: names.get(one.township) ?? '' }))
    .filter(({ lines }) => lines.length > 0)
    .sort((a, b) => (a.township ?? 'x').localeCompare(b.township ?? 'x') || a.code.localeCompare(b.code))
  const title = t('reminder.of', { period: periodText(board.period) })
  if (calls.length === 0)
    return (
      <div className="panel">
        <EmptyState title={t('reminder.nobody')} />
      </div>
    )
  if (kind === 'list')
    return (
      <A4Sheet label={title}>
        <h2>{title}</h2>
        <p>
          {t('reminder.intro', {
            unit: unit.name,
            day: day(today),
            due: day(board.due),
            count: calls.length,
          })}
        </p>
        <table>
          <thead>
            <tr>
              {(['room', 'contact', 'todo', 'note'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {calls.map(({ code, name, place, contact, lines }) => (
              <tr key={code}>
                <th scope="row">
                  {name}
                  {place !== '' && <div className="a4-sheet-small">{place}</div>}
                </th>
                <td>{contact || t('noContact')}</td>
                <td>{lines.join(t('and'))}</td>
                <td className="board-note">□</td>
              </tr>
            ))}
          </tbody>
        </table>
      </A4Sheet>
    )
  return (
    <A4Sheet label={title}>
      {calls.map(({ code, name, contact, lines }) => (
        <section key={code} className="board-letter">
          <h2>{title}</h2>
          <p>{t('reminder.dear', { name })}</p>
          <p>{t('reminder.kindly', { period: periodText(board.period), due: day(board.due) })}</p>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p>{t('reminder.help', { unit: unit.name })}</p>
          <p className="a4-sheet-small">
            {contact !== '' && t('reminder.to', { contact })} {t('reminder.written', { day: day(today) })}
          </p>
        </section>
      ))}
    </A4Sheet>
  )
}
