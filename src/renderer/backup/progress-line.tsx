import { Progress } from 'antd'
import { useProgress } from './use-progress.ts'

/** What is being done and how far it is; nothing while nothing is. */
export function ProgressLine({ doing }: { doing: string | null }) {
  const percent = useProgress(doing !== null)
  return (
    <div role="status" className="backup-progress">
      {doing !== null && (
        <>
          <span>{doing}</span>
          <Progress percent={percent ?? 0} size="small" aria-label={doing} />
        </>
      )}
    </div>
  )
}
