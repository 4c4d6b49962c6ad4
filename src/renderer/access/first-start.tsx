import { useState } from 'react'
import type { SetUp } from '../../room/contract/access.ts'
import { RestoreAtDoor } from '../backup/restore-at-door.tsx'
import { SetUpWizard } from './set-up-wizard.tsx'
import { Welcome } from './welcome.tsx'

/**
 * What an empty installation shows: the ways to begin, and the one that was chosen. Where a demonstration is there
 * already, `onDemo` leads back to it.
 */
export function FirstStart({ onOpen, onDemo }: { onOpen: () => void; onDemo?: (() => void) | undefined }) {
  const [kind, setKind] = useState<SetUp['kind'] | 'restore' | null>(null)
  if (kind === null)
    return <Welcome onChoose={setKind} onOpen={onOpen} onDemo={onDemo} onRestore={() => setKind('restore')} />
  if (kind === 'restore') return <RestoreAtDoor onBack={() => setKind(null)} onDone={onOpen} />
  return <SetUpWizard kind={kind} onLeave={() => setKind(null)} onOpen={onOpen} />
}
