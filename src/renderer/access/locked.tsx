import { useEffect, useState } from 'react'
import { useLanguage } from '../locale/locale.ts'
import { FirstStart } from './first-start.tsx'
import { LockScreen } from './lock-screen.tsx'
import type { LockedStanding } from './locked-standing.ts'
import { Recover } from './recover.tsx'
import './access.css'

/** What a locked unit shows: the lock, the way in with the recovery sheet, and out of a demonstration into a real unit. */
export function Locked({ standing, onOpen }: { standing: LockedStanding; onOpen: () => void }) {
  const [way, setWay] = useState<'unlock' | 'recover' | 'setUp'>('unlock')
  const [, setLanguage] = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: greeted once; whoever then changes the language means it
  useEffect(() => setLanguage(standing.language), [standing.language])

  const back = () => setWay('unlock')
  switch (way) {
    case 'unlock':
      return (
        <LockScreen
          standing={standing}
          onRecover={() => setWay('recover')}
          onSetUp={() => setWay('setUp')}
          onOpen={onOpen}
        />
      )
    case 'recover':
      return <Recover standing={standing} onBack={back} onOpen={onOpen} />
    case 'setUp':
      return <FirstStart onOpen={onOpen} onDemo={back} />
  }
}
