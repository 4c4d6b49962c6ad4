import { Skeleton } from 'antd'
import { useParams } from 'react-router'
import { answered } from '../room/answered.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { CallRecord } from './call-record.tsx'
import { RunningCall } from './running-call.tsx'

/** One call: the form while it goes on, the record once it has ended. */
export function CallPage() {
  const { id = '' } = useParams()
  const { data: call, failed, again } = useQuery(() => answered(room.openCall(id)), [id])
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (call === null) return <Skeleton active title={false} />
  if (call.value.endedAt === null) return <RunningCall key={id} call={call} onEnded={again} />
  return <CallRecord stored={call} onChanged={again} />
}
