import { useEffect, useState } from 'react'
import type { ReportProgress } from '../../room/contract/report.ts'
import { room } from '../room/room.ts'

const askEvery = 250

/** How far what runs has come; null while nothing is said of it. */
export function useReportProgress(): ReportProgress | null {
  const [progress, setProgress] = useState<ReportProgress | null>(null)
  useEffect(() => {
    const ask = () => void room.reportProgress().then(setProgress, () => undefined)
    ask()
    const asking = setInterval(ask, askEvery)
    return () => clearInterval(asking)
  }, [])
  return progress
}
