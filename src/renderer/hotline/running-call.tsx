import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { workersOf } from '../../casework/hotline/call-blocks.ts'
import { missingInCall } from '../../casework/hotline/call-missing.ts'
import type { CallOnShow, HotlineRules } from '../../room/contract/hotline.ts'
import { holdIdleLock } from '../app/idle-lock.ts'
import { CallerBeside } from '../callers/caller-beside.tsx'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useCommand } from '../room/use-command.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { SideBySide } from '../ui/side-by-side.tsx'
import { CallDesk, type DeskStep } from './call-desk.tsx'
import { callOf, type Unfinished } from './call-draft.ts'
import { useCallFields } from './call-fields.ts'
import { useCallDraft } from './use-call-draft.ts'

/** The call going on, saved as it is filled in, also by two at once. */
export function RunningCall({
  onShow,
  unfinished,
  hotline,
  onChanged,
  onEnded,
}: {
  onShow: CallOnShow
  /** What of the form was half filled in when it was left. */
  unfinished: Unfinished
  hotline: HotlineRules
  onChanged: () => void
  onEnded: () => void
}) {
  const { t } = useTranslation('running-call')
  const { t: words } = useTranslation('call-form')
  const { exactTime } = useFormatTime()
  const { unit, me } = useSession()
  const { call, staffNames } = onShow
  const { rules, guide, quickDial } = hotline
  const writing = useCallDraft(call, unfinished)
  const { draft, change, savedAt, refusal, joinedAt, clash, settle, again } = writing
  /** As it was shown to whoever is at work here, who may have to read it out. */
  const [number, setNumber] = useState<string | null>(null)
  const [ending, setEnding] = useState(false)
  const [endTried, setEndTried] = useState(false)
  const take = useCommand((step: DeskStep) => room.takeCallStep({ id: call.id, revision: null, step }))
  const fields = useCallFields()
  useEffect(() => holdIdleLock(), [])

  const endedElsewhere = call.value.endedAt !== null
  useEffect(() => {
    if (endedElsewhere && clash === null) void again().then((saved) => saved && onEnded())
  }, [endedElsewhere, clash, again, onEnded])

  const takeStep = async (step: DeskStep) => {
    if ((await take.run(step)) === null) return
    if (step.kind === 'acted') change({ acting: null })
    onChanged()
  }
  const end = async () => {
    if (missingInCall(callOf(call.value, draft), rules).length > 0) return setEndTried(true)
    setEnding(true)
    const ended = await writing.end()
    setEnding(false)
    if (ended) return onEnded()
    setEndTried(true)
  }

  if (clash !== null) {
    const closed = clash.stored.value.endedAt !== null
    return (
      <Page title={t('running')}>
        <SideBySide
          fields={fields}
          stored={clash.theirs}
          mine={clash.mine}
          closed={closed}
          onSettled={settle}
          onLeft={() => {
            settle(null)
            if (closed) onEnded()
          }}
        />
      </Page>
    )
  }

  const others = workersOf(call.value).flatMap((id) => (id === me.id ? [] : (staffNames[id] ?? [])))
  // The window says above every page that nothing reaches the disk; what is typed is tried again by itself.
  const told = refusal?.code === 'CALL_INCOMPLETE' || refusal?.code === 'NOT_SAVED' ? null : refusal
  return (
    <CallDesk
      call={call.value}
      draft={draft}
      change={change}
      rules={rules}
      guide={guide}
      dial={quickDial}
      unit={unit.name}
      number={number}
      staffNames={staffNames}
      take={(step) => void takeStep(step)}
      taking={take.running}
      refusal={take.refusal}
      end={() => void end()}
      ending={ending}
      endTried={endTried}
      status={savedAt !== null && t('savedAt', { time: exactTime(savedAt) })}
      beside={
        <CallerBeside
          call={call}
          alias={draft.alias}
          onAlias={(alias) => change({ alias })}
          onNumber={setNumber}
        />
      }
      notices={
        <>
          <RefusalNotice
            refusal={told}
            action={<Button onClick={() => void again()}>{t('saveAgain')}</Button>}
          />
          <p role="status" className={others.length === 0 ? 'visually-hidden' : 'call-small'}>
            {others.length > 0 && t('joined', { names: others.join(words('listComma')) })}{' '}
            {joinedAt !== null && t('together', { time: exactTime(joinedAt) })}
          </p>
        </>
      }
    />
  )
}
