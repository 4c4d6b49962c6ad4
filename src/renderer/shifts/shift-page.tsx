import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { ShiftOnShow } from '../../room/contract/shifts.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { LogForm } from './log-form.tsx'
import { PassingOn } from './passing-on.tsx'
import { ReasonForm } from './reason-form.tsx'
import { ShiftLog } from './shift-log.tsx'
import { ShiftMark } from './shift-mark.tsx'
import './shifts.css'

/** One shift: its log, the calls taken in it, and how it is passed on. */
export function ShiftPage() {
  const { t } = useTranslation('shifts')
  const { dateTime } = useFormatTime()
  const { shiftId = '' } = useParams()
  const { data, failed, again } = useQuery(() => room.shift(shiftId), [shiftId])
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (data === null) return <Skeleton active />
  const { shift, standing, isMine, staffNames, seatName } = data
  const who = staffNames[shift.value.staffId] ?? t('somebody')
  const isOver = standing.state === 'closed'
  return (
    <Page
      title={t('one.title', { name: seatName, who })}
      lead={
        <>
          <ShiftMark state={standing.state} /> · {t('one.since', { at: dateTime(standing.openedAt) })}
          {standing.closedAt !== null && t('one.until', { at: dateTime(standing.closedAt) })}
        </>
      }
      actions={<Link to="/hotline/shifts">{t('back')}</Link>}
    >
      {standing.owesTakingOver && <TakingOver onShow={data} onTaken={again} />}
      <div className="shift-columns">
        <section className="panel" aria-labelledby="shift-log">
          <h2 className="panel-title" id="shift-log">
            {t('log.title')}
          </h2>
          <ShiftLog onShow={data} />
          {isMine && !isOver && <LogForm shift={shift} calls={data.calls} onSaved={again} />}
        </section>
        <div className="shift-beside">
          <PassingOn onShow={data} onChanged={again} />
          {!isMine && !isOver && <LeftBehind onShow={data} onTaken={again} />}
        </div>
      </div>
    </Page>
  )
}

/** A shift that began with a ringing phone has the hand-over still to read. */
function TakingOver({
  onShow: { shift, unread, takingOver, isMine, staffNames },
  onTaken,
}: {
  onShow: ShiftOnShow
  onTaken: () => void
}) {
  const { t } = useTranslation('shifts')
  const { dayTime } = useFormatTime()
  const { id, revision } = shift
  const take = useCommand(() => room.takeShiftStep({ id, revision, step: { kind: 'tookOver' } }))
  const missing = takingOver.some(({ code }) => code === 'HANDOVER_MISSING')
  return (
    <section className="panel" aria-labelledby="taking-over">
      <h2 className="panel-title" id="taking-over">
        {t('takingOver.title')}
      </h2>
      <p>{t(unread.length > 0 ? 'takingOver.read' : missing ? 'takingOver.make' : 'takingOver.nothing')}</p>
      {unread.length > 0 && (
        <div className="shift-notice">
          {unread.map((sheet) => (
            <Link key={sheet.id} to={`/hotline/shifts/sheets/${sheet.id}`}>
              {t('unread.read', {
                who: staffNames[sheet.givenBy] ?? t('somebody'),
                at: dayTime(sheet.composedAt),
              })}
            </Link>
          ))}
        </div>
      )}
      {missing && <Link to="/hotline/shifts">{t('left.make')}</Link>}
      <RefusalNotice refusal={take.refusal} />
      {isMine && takingOver.length === 0 && (
        <Button
          type="primary"
          loading={take.running}
          onClick={() => void take.run().then((taken) => taken && onTaken())}
        >
          {t('takingOver.act')}
        </Button>
      )}
    </section>
  )
}

/** Somebody is gone without having passed on: a colleague closes their shift, and says why. */
function LeftBehind({ onShow: { shift }, onTaken }: { onShow: ShiftOnShow; onTaken: () => void }) {
  const { t } = useTranslation('shifts')
  const { id, revision } = shift
  const leave = useCommand((because: string) =>
    room.takeShiftStep({ id, revision, step: { kind: 'leftBehind', because } }),
  )
  return (
    <section className="panel" aria-labelledby="left-behind">
      <h2 className="panel-title" id="left-behind">
        {t('leftBehind.title')}
      </h2>
      <p className="quiet">{t('leftBehind.text')}</p>
      <ReasonForm
        open={t('leftBehind.open')}
        label={t('leftBehind.because')}
        needed={t('needed.because')}
        act={t('leftBehind.act')}
        cancel={t('cancel')}
        command={{ ...leave, run: (because) => leave.run(because).then((left) => left && onTaken()) }}
      />
    </section>
  )
}
