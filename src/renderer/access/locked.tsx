import { useEffect, useState } from 'react'
import type { Phase } from '../../room/contract/access.ts'
import { useLanguage } from '../locale/locale.ts'
import { LockScreen } from './lock-screen.tsx'
import { Recover } from './recover.tsx'
import './access.css'

export type LockedStanding = Extract<Phase, { phase: 'locked' }>

/** What a locked unit shows: the lock, or the way in with the recovery sheet. */
export function Locked({ standing, onOpen }: { standing: LockedStanding; onOpen: () => void }) {
  const [recovering, setRecovering] = useState(false)
  const [, setLanguage] = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: greeted once; whoever then changes the language means it
  useEffect(() => setLanguage(standing.language), [standing.language])
  if (recovering)
    return <Recover staff={standing.staff} onBack={() => setRecovering(false)} onOpen={onOpen} />
  return <LockScreen standing={standing} onRecover={() => setRecovering(true)} onOpen={onOpen} />
}
