import { useEffect, useState } from 'react'
import type { ImportProgress } from '../../../room/contract/county-import.ts'
import { room } from '../../room/room.ts'

const askEvery = 250

/** How far the import that runs has come; null while nothing is said of it. */
export function useImportProgress(): ImportProgress | null {
  const [progress, setProgress] = useState<ImportProgress | null>(null)
  useEffect(() => {
    const ask = () => void room.countyImportProgress().then(setProgress, () => undefined)
    ask()
    const asking = setInterval(ask, askEvery)
    return () => clearInterval(asking)
  }, [])
  return progress
}
