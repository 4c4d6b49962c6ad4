import { Alert } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { missingInCall } from '../../casework/hotline/call-missing.ts'
import type { PracticeCall } from '../../casework/practice/practice-call.ts'
import type { PracticeScenario } from '../../casework/practice/practice-scenario.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { HotlineRules } from '../../room/contract/hotline.ts'
import { holdIdleLock } from '../app/idle-lock.ts'
import { CallDesk, type DeskStep } from '../hotline/call-desk.tsx'
import { type CallDraft, callOf, draftOf } from '../hotline/call-draft.ts'
import { useLanguage } from '../locale/locale.ts'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useCommand } from '../room/use-command.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { SavedAt } from '../ui/saved-at.tsx'
import { PracticeTalk } from './practice-talk.tsx'
import { usePracticeSaving } from './use-practice-saving.ts'
import './practice.css'

/** A call that nobody made, taken at the same desk as a real one: beside the form stands the talk, line by line. */
export function PracticeDesk({
  practice,
  scenario,
  hotline: { rules, guide, quickDial },
  onEnded,
}: {
  practice: Stored<PracticeCall>
  scenario: PracticeScenario
  hotline: HotlineRules
  onEnded: () => void
}) {
  const { t } = useTranslation('practice')
  const [language] = useLanguage()
  const { me, unit } = useSession()
  const { id } = practice
  const [record, setRecord] = useState(practice.value.record)
  const [draft, setDraft] = useState(() => draftOf(practice.value.record))
  const [heard, setHeard] = useState(1)
  const [endTried, setEndTried] = useState(false)
  const saving = usePracticeSaving(id)
  const step = useCommand((taken: DeskStep) => room.takePracticeStep({ id, step: taken }))
  useEffect(() => holdIdleLock(), [])

  const change = (patch: Partial<CallDraft>) => {
    const next = { ...draft, ...patch }
    setDraft(next)
    saving.change(next)
  }
  const take = async (taken: DeskStep) => {
    await saving.flush()
    const after = await step.run(taken)
    if (after === null) return
    setRecord(after.value.value.record)
    if (taken.kind === 'acted') setDraft((typed) => ({ ...typed, acting: null }))
  }
  const end = async () => {
    if (await saving.end(draft)) onEnded()
    else if (missingInCall(callOf(record, draft), rules).length > 0) setEndTried(true)
  }
  const incomplete = saving.refusal?.code === 'CALL_INCOMPLETE'

  return (
    <CallDesk
      call={record}
      draft={draft}
      change={change}
      rules={rules}
      guide={guide}
      dial={quickDial}
      unit={unit.name}
      staffNames={{ [me.id]: me.name }}
      take={(taken) => void take(taken)}
      taking={step.running}
      refusal={step.refusal}
      end={() => void end()}
      ending={saving.ending}
      endTried={endTried}
      status={<SavedAt at={saving.savedAt} />}
      notices={
        <>
          <Alert
            type="info"
            role="note"
            showIcon
            title={t('desk.notReal', { title: scenario.title[language] })}
            action={<Link to="/hotline/practice">{t('desk.leave')}</Link>}
          />
          {!incomplete && <RefusalNotice refusal={saving.refusal} />}
        </>
      }
      beside={
        <PracticeTalk scenario={scenario} heard={heard} onNext={() => setHeard((before) => before + 1)} />
      }
    />
  )
}
