import type { Phase } from '../../room/contract/access.ts'

export type LockedStanding = Extract<Phase, { phase: 'locked' }>
