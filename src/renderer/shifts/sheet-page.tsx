import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import type { HandOverOnShow } from '../../room/contract/shifts.ts'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { A4Sheet, PrintButton } from '../ui/a4-sheet.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { HandOverLists } from './hand-over-lists.tsx'
import { SheetSignatures } from './sheet-signatures.tsx'
import { SheetMark } from './shift-mark.tsx'
import './shifts.css'

/** A hand-over sheet: read, signed and printed. */
export function SheetPage() {
  const { t } = useTranslation('shifts')
  const { dateTime } = useFormatTime()
  const { unit } = useSession()
  const { sheetId = '' } = useParams()
  const { data, failed, again } = useQuery(() => room.handOver(sheetId), [sheetId])
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (data === null) return <Skeleton active />
  const { sheet, state, seatName, files } = data
  const { composedAt, until, supervisor, equipment, note } = sheet.value
  const facts: [string, string][] = [
    [t('sheet.unit'), unit.name],
    [t('sheet.seat'), t('seat', { name: seatName })],
    [t('sheet.composedAt'), dateTime(composedAt)],
    [t('sheet.until'), dateTime(until)],
  ]
  const texts: [string, string][] = [
    [t('sheet.supervisor'), supervisor],
    [t('sheet.equipment'), equipment],
    [t('sheet.note'), note],
  ]
  return (
    <Page
      title={t('sheet.title')}
      lead={<SheetMark state={state} />}
      actions={
        <>
          <PrintButton beside={data.mayTake} />
          <Link to={`/hotline/shifts/${sheet.value.shift}`}>{t('sheet.toShift')}</Link>
        </>
      }
    >
      <A4Sheet label={t('sheet.title')}>
        <h2>{t('sheet.title')}</h2>
        <dl className="hand-over-facts">
          {facts.map(([term, fact]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{fact}</dd>
            </div>
          ))}
        </dl>
        <HandOverLists lists={sheet.value} files={files} />
        {texts.map(([term, text]) => (
          <section key={term} className="a4-whole" aria-label={term}>
            <h3>{term}</h3>
            <p className="shift-note">{text === '' ? t('sheet.nothing') : text}</p>
          </section>
        ))}
        <SheetSignatures onShow={data} />
        <footer className="a4-sheet-small a4-whole">
          <p>{t('sheet.confidential')}</p>
        </footer>
      </A4Sheet>
      <NextStep onShow={data} onTaken={again} />
    </Page>
  )
}

/** Taking a sheet on; and after that sitting down, for whoever sits nowhere yet. */
function NextStep({
  onShow: { sheet, state, mayTake, ownShift, seatName },
  onTaken,
}: {
  onShow: HandOverOnShow
  onTaken: () => void
}) {
  const { t } = useTranslation('shifts')
  const { me } = useSession()
  const navigate = useNavigate()
  const { id, revision, value } = sheet
  const take = useCommand(() => room.takeHandOver({ id, revision }))
  const open = useCommand(() => room.openSeat({ seat: value.seat }))
  const given = value.steps[0]
  const taken = value.steps.at(-1)
  const sitDown = async () => {
    const opened = await open.run()
    if (opened !== null) void navigate(`/hotline/shifts/${opened.value.id}`)
  }
  if (state === 'taken' && taken?.by === me.id)
    return (
      <section className="panel sheet-next" aria-labelledby="sheet-next">
        <h2 className="panel-title" id="sheet-next">
          {t('taken.title')}
        </h2>
        <RefusalNotice refusal={open.refusal} />
        {ownShift === null ? (
          <Button type="primary" loading={open.running} onClick={() => void sitDown()}>
            {t('open', { name: seatName })}
          </Button>
        ) : (
          <Link className="shift-act" to={`/hotline/shifts/${ownShift}`}>
            {t('toOwn')}
          </Link>
        )}
      </section>
    )
  if (!mayTake) return null
  const isOwn = given?.kind === 'given' && given.by === me.id
  return (
    <section className="panel sheet-next" aria-labelledby="sheet-next">
      <h2 className="panel-title" id="sheet-next">
        {t('take.title')}
      </h2>
      <p className="quiet">{t(isOwn ? 'take.own' : 'take.text')}</p>
      <RefusalNotice refusal={take.refusal} />
      <Button
        type={isOwn ? 'default' : 'primary'}
        loading={take.running}
        onClick={() => void take.run().then((done) => done && onTaken())}
      >
        {t('take.act')}
      </Button>
    </section>
  )
}
