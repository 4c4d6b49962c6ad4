import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ShiftOnShow } from '../../room/contract/shifts.ts'
import { useRefusalText } from '../refusals/refusal-text.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { ReasonForm } from './reason-form.tsx'
import { SheetMark } from './shift-mark.tsx'

/** How a shift is passed on: the sheets made for it, and the next step. */
export function PassingOn({
  onShow: { shift, standing, sheets, isMine, closing },
  onChanged,
}: {
  onShow: ShiftOnShow
  onChanged: () => void
}) {
  const { t } = useTranslation('shifts')
  const { dayTime } = useFormatTime()
  const refusalText = useRefusalText()
  const { id, revision } = shift
  const close = useCommand(() => room.takeShiftStep({ id, revision, step: { kind: 'closed' } }))
  const goOn = useCommand((because: string) => room.goOn({ id, revision, because }))
  const isLeft = shift.value.steps.at(-1)?.kind === 'leftBehind'
  const owed = isLeft && sheets.every(({ state }) => state === 'withdrawn')
  const mayMake = isMine && standing.state === 'open'
  const mayEnd = isMine && standing.state === 'handingOver'
  return (
    <section className="panel" aria-labelledby="passing-on">
      <h2 className="panel-title" id="passing-on">
        {t('passingOn.title')}
      </h2>
      {sheets.length === 0 && <p className="quiet">{t(owed ? 'passingOn.owed' : 'passingOn.none')}</p>}
      {sheets.length > 0 && (
        <ul className="shift-lines">
          {sheets.map((sheet) => (
            <li key={sheet.id}>
              <Link to={`/hotline/shifts/sheets/${sheet.id}`}>
                {t('passingOn.sheet', { at: dayTime(sheet.composedAt) })}
              </Link>
              <SheetMark state={sheet.state} />
            </li>
          ))}
        </ul>
      )}
      {(mayMake || owed) && (
        <Link className="shift-act" to={`/hotline/shifts/${id}/hand-over`}>
          {t(owed ? 'left.make' : 'passingOn.make')}
        </Link>
      )}
      {mayEnd && (
        <>
          {closing.map((block) => (
            <p key={block.code} className="shift-notice">
              {refusalText(block)}
            </p>
          ))}
          {closing.length === 0 && <p>{t('passingOn.mayEnd')}</p>}
          <RefusalNotice refusal={close.refusal} />
          <div className="shift-buttons">
            {closing.length === 0 && (
              <Button
                type="primary"
                loading={close.running}
                onClick={() => void close.run().then((closed) => closed && onChanged())}
              >
                {t('passingOn.end')}
              </Button>
            )}
            <ReasonForm
              open={t('goOn.open')}
              label={t('goOn.because')}
              hint={t('goOn.hint')}
              needed={t('needed.because')}
              act={t('goOn.act')}
              cancel={t('cancel')}
              command={{ ...goOn, run: (because) => goOn.run(because).then((went) => went && onChanged()) }}
            />
          </div>
        </>
      )}
    </section>
  )
}
