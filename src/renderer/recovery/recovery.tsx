import { useState } from 'react'
import type { Phase } from '../../room/contract/access.ts'
import { RestoreAtDoor } from '../backup/restore-at-door.tsx'
import { DiskFull } from './disk-full.tsx'
import { RecoverRecords } from './recover-records.tsx'
import { RecoveryResult } from './recovery-result.tsx'
import { useRecovery } from './use-recovery.ts'

/** What is shown instead of the lock while the records cannot be worked with: what happened, one way on, and what came of it. */
export function Recovery({
  standing,
  onDone,
}: {
  standing: Extract<Phase, { phase: 'recovery' }>
  onDone: () => void
}) {
  const recovery = useRecovery()
  const [fromBackup, setFromBackup] = useState(false)
  if (standing.diskFull) return <DiskFull onRetry={onDone} />
  if (recovery.recovered !== null) return <RecoveryResult recovered={recovery.recovered} onDone={onDone} />
  if (fromBackup) return <RestoreAtDoor onBack={() => setFromBackup(false)} onDone={onDone} />
  return <RecoverRecords standing={standing} recovery={recovery} onBackup={() => setFromBackup(true)} />
}
