import { Skeleton } from 'antd'
import { useParams } from 'react-router'
import { answered } from '../room/answered.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { PracticeDesk } from './practice-desk.tsx'
import { PracticeResult } from './practice-result.tsx'

/** One practice call: the desk while it goes on, what its record shows once it has ended. */
export function PracticeCallPage() {
  const { id = '' } = useParams()
  const { data, failed, again } = useQuery(() => answered(room.openPractice(id)), [id])
  const rules = useQuery(() => room.hotlineRules(), [])
  const problem = failed ?? rules.failed
  if (problem !== null) return <RefusalNotice refusal={problem} />
  if (data === null || rules.data === null) return <Skeleton active title={false} />
  if (data.practice.value.record.endedAt === null)
    return (
      <PracticeDesk
        key={id}
        practice={data.practice}
        scenario={data.scenario}
        hotline={rules.data}
        onEnded={again}
      />
    )
  return <PracticeResult on={data} />
}
