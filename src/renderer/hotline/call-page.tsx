import { Skeleton } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { CallRecord } from '../call-record/call-record.tsx'
import { answered } from '../room/answered.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import type { Unfinished } from './call-draft.ts'
import { halfFilledName } from './half-filled.ts'
import { RunningCall } from './running-call.tsx'

/** One call: the form while it goes on, the record once it has ended. */
export function CallPage() {
  const { id = '' } = useParams()
  const [running, setRunning] = useState<string | null>(null)
  const { data: onShow, failed, again } = useQuery(() => answered(room.openCall(id)), [id])
  const rules = useQuery(() => room.hotlineRules(), [])
  // A draft that cannot be read keeps nobody from the call itself.
  const half = useQuery(
    async () => ((await room.draft(halfFilledName(id)).catch(() => null))?.content ?? {}) as Unfinished,
    [id],
  )
  const refusal = failed ?? rules.failed
  if (refusal !== null) return <RefusalNotice refusal={refusal} />
  if (onShow === null || rules.data === null || half.data === null) return <Skeleton active title={false} />
  const { call } = onShow
  // A form that is open stays so until what stands in it is saved or let go, also when the call was ended elsewhere.
  if (call.value.endedAt === null && running !== id) setRunning(id)
  if (call.value.endedAt === null || running === id)
    return (
      <RunningCall
        key={id}
        onShow={onShow}
        unfinished={half.data}
        hotline={rules.data}
        onChanged={again}
        onEnded={() => {
          setRunning(null)
          again()
        }}
      />
    )
  return <CallRecord onShow={onShow} rules={rules.data.rules} onChanged={again} />
}
