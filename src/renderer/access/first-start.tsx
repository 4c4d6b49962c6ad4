import { useState } from 'react'
import type { SetUp } from '../../room/contract/access.ts'
import { SetUpWizard } from './set-up-wizard.tsx'
import { Welcome } from './welcome.tsx'

/** What an empty installation shows: the ways to begin, and the one that was chosen. */
export function FirstStart({ onOpen }: { onOpen: () => void }) {
  const [kind, setKind] = useState<SetUp['kind'] | null>(null)
  if (kind === null) return <Welcome onChoose={setKind} onOpen={onOpen} />
  return <SetUpWizard kind={kind} onLeave={() => setKind(null)} onOpen={onOpen} />
}
