import type { Course } from '../records/course.ts'

export const crisisStates = ['alerted', 'interviewed', 'responding', 'handingOver', 'closed'] as const
export type CrisisState = (typeof crisisStates)[number]

export type CrisisStepKind =
  | 'interviewed'
  | 'explored'
  | 'levelSet'
  | 'consulted'
  | 'acted'
  | 'handedOver'
  | 'accepted'
  | 'declined'
  | 'followedUp'
  | 'followUpAdded'
  | 'escalated'
  | 'approved'
  | 'closed'

/** The course of a crisis episode (domain.md 3.2). What a step has to say, and what stands in the way of closing, is in `crisis-blocks`. */
export const crisisCourse: Course<CrisisState, CrisisStepKind> = {
  begins: 'alerted',
  steps: {
    interviewed: { from: ['alerted', 'interviewed', 'responding'], to: 'interviewed' },
    explored: { from: ['interviewed', 'responding'], to: 'stays' },
    levelSet: { from: ['interviewed', 'responding'], to: 'responding' },
    consulted: { from: ['alerted', 'interviewed', 'responding', 'handingOver'], to: 'stays' },
    // Whoever is in danger is helped before anything is written.
    acted: { from: ['alerted', 'interviewed', 'responding', 'handingOver'], to: 'stays' },
    // Also to somebody else, while it was not taken on.
    handedOver: { from: ['alerted', 'interviewed', 'responding', 'handingOver'], to: 'handingOver' },
    accepted: { from: ['handingOver'], to: 'responding' },
    declined: { from: ['handingOver'], to: 'responding' },
    followedUp: { from: ['responding', 'handingOver'], to: 'stays' },
    followUpAdded: { from: ['responding', 'handingOver'], to: 'stays' },
    escalated: { from: ['alerted', 'interviewed', 'responding', 'handingOver'], to: 'stays' },
    approved: { from: ['responding'], to: 'stays' },
    closed: { from: ['responding'], to: 'closed' },
  },
}
