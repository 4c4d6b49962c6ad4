import type { Phase } from '../../room/contract/access.ts'

export type LockedStanding = Extract<Phase, { phase: 'locked' }>

export function Locked({ standing, onOpen }: { standing: LockedStanding; onOpen: () => void }) {
  return (
    <button type="button" onClick={onOpen}>
      {standing.unit.name}
    </button>
  )
}
