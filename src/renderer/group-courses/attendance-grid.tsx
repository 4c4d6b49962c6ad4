import { Checkbox } from 'antd'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CourseAttendance } from '../../casework/activities/attendance.ts'
import type { GroupSession } from '../../casework/activities/group-sessions.ts'
import { NameEye } from '../clients/name-eye.tsx'
import { useShownName } from '../clients/shown-names.ts'
import { useFormatTime } from '../ui/format-time.ts'

/** The column that is being filled in. */
interface Recording {
  session: number
  present: readonly string[]
  onChange: (present: string[]) => void
}

/** The arrow keys go from box to box in the column that is being filled in; the space bar ticks. */
const goToNextBox = (event: KeyboardEvent<HTMLTableElement>) => {
  const boxes = [...event.currentTarget.querySelectorAll<HTMLElement>('input[type=checkbox]')]
  const at = boxes.findIndex((box) => box.matches(':focus'))
  if (at < 0) return
  const places: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: boxes.length - 1,
  }
  const next = boxes[places[event.key] ?? -1]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}

/** Who came to which session: a row for everybody known by file, a column for each session. */
export function AttendanceGrid({
  members,
  sessions,
  fileNumbers,
  recording = null,
}: {
  members: readonly Pick<CourseAttendance['members'][number], 'clientId' | 'listed'>[]
  sessions: readonly GroupSession[]
  fileNumbers: Record<string, string>
  recording?: Recording | null
}) {
  const { t } = useTranslation('group-courses')
  const { monthDay } = useFormatTime()
  if (members.length === 0) return <p className="quiet">{t('attendance.none')}</p>
  return (
    // A course of many sessions is wider than the page: the arrow keys move it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <section className="group-grid-frame" aria-label={t('attendance.grid')} tabIndex={0}>
      <table className="group-grid" onKeyDown={goToNextBox}>
        <thead>
          <tr>
            <th scope="col">{t('attendance.who')}</th>
            {sessions.map(({ number, state, plan, meeting }) => (
              <th
                key={number}
                scope="col"
                className={recording?.session === number ? 'group-grid-now' : undefined}
              >
                {t('session.number', { number })}
                <span>
                  {state === 'cancelled'
                    ? t('session.state.cancelled')
                    : monthDay((meeting ?? plan).startsAt)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {members.map(({ clientId, listed }) => (
            <tr key={clientId}>
              <th scope="row">
                <Who clientId={clientId} fileNumber={fileNumbers[clientId] ?? null} />
                {!listed && <span className="quiet"> {t('attendance.notListed')}</span>}
              </th>
              {sessions.map((session) => (
                <td
                  key={session.number}
                  className={recording?.session === session.number ? 'group-grid-now' : undefined}
                >
                  {recording?.session === session.number && fileNumbers[clientId] !== undefined ? (
                    <Checkbox
                      aria-label={t('attendance.cameTo', {
                        fileNumber: fileNumbers[clientId],
                        number: session.number,
                      })}
                      checked={recording.present.includes(clientId)}
                      onChange={({ target }) =>
                        recording.onChange(
                          target.checked
                            ? [...recording.present, clientId]
                            : recording.present.filter((one) => one !== clientId),
                        )
                      }
                    />
                  ) : (
                    <Came session={session} clientId={clientId} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Somebody by file number, and by name only when that was asked for. */
function Who({ clientId, fileNumber }: { clientId: string; fileNumber: string | null }) {
  const { t } = useTranslation('group-courses')
  const name = useShownName(clientId)
  if (fileNumber === null) return <span className="quiet">{t('member.somebody')}</span>
  return (
    <>
      <Link to={`/clients/${clientId}`}>{fileNumber}</Link> {name}{' '}
      <NameEye clientId={clientId} fileNumber={fileNumber} />
    </>
  )
}

function Came({ session: { meeting }, clientId }: { session: GroupSession; clientId: string }) {
  const { t } = useTranslation('group-courses')
  if (meeting === null) return null
  if (meeting.present.kind === 'headCount')
    return <span className="visually-hidden">{t('attendance.onlyHeads')}</span>
  const came = meeting.present.clients.includes(clientId)
  return (
    <>
      <span aria-hidden className={came ? 'group-came' : 'quiet'}>
        {came ? '✓' : '–'}
      </span>
      <span className="visually-hidden">{t(came ? 'attendance.came' : 'attendance.away')}</span>
    </>
  )
}
