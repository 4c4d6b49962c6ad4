import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HotlineCall } from '../../casework/hotline-call.ts'
import type { Stored } from '../../casework/record.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'

/** What came of calling back: entered once, then for reading. */
export function FollowUpEntry({ call, onEntered }: { call: Stored<HotlineCall>; onEntered: () => void }) {
  const { t } = useTranslation('hotline')
  const { dayTime } = useFormatTime()
  const { followUp, followUpDue } = call.value
  const [entry, setEntry] = useState('')
  const id = useId()
  const save = useCommand(() =>
    room.recordFollowUp({ id: call.id, revision: call.revision, entry: entry.trim() }),
  )
  if (followUp === null && followUpDue === null) return null

  return (
    <section className="panel">
      <h2 className="panel-title">{t('followUp.title')}</h2>
      {followUp !== null && (
        <>
          <p className="call-record-when">{t('followUp.done', { at: dayTime(followUp.doneAt) })}</p>
          <p className="call-record-text">{followUp.entry}</p>
        </>
      )}
      {followUp === null && followUpDue !== null && (
        <div className="call-record-entry">
          <label htmlFor={id}>{t('followUp.how', { at: dayTime(followUpDue) })}</label>
          <Input.TextArea
            id={id}
            rows={3}
            maxLength={20_000}
            value={entry}
            onChange={({ target }) => setEntry(target.value)}
          />
          <RefusalNotice refusal={save.refusal} />
          <Button
            type="primary"
            disabled={entry.trim().length < 2}
            loading={save.running}
            onClick={async () => (await save.run()) !== null && onEntered()}
          >
            {t('followUp.save')}
          </Button>
        </div>
      )}
    </section>
  )
}
