import type { Course } from '../records/course.ts'

export const callStates = ['running', 'after', 'handingOver', 'closed'] as const
export type CallState = (typeof callStates)[number]

export type CallStepKind =
  | 'joined'
  | 'ended'
  | 'acted'
  | 'levelSet'
  | 'consulted'
  | 'disclosed'
  | 'planned'
  | 'followedUp'
  | 'handedOver'
  | 'accepted'
  | 'declined'
  | 'escalated'
  | 'approved'
  | 'added'
  | 'transferred'
  | 'carriedOn'
  | 'reviewed'
  | 'closed'
  | 'reopened'

const open = ['running', 'after', 'handingOver'] as const
const afterwards = ['after', 'handingOver'] as const

/** The course of a call, until nothing of it is left to do. What a step has to say is in `call-blocks`, what stands in the way of closing in `call-closing`. */
export const callCourse: Course<CallState, CallStepKind> = {
  begins: 'running',
  steps: {
    joined: { from: ['running'], to: 'stays' },
    ended: { from: ['running'], to: 'after' },
    // Whoever is in danger is helped while they speak, and also while the call is handed over.
    acted: { from: open, to: 'stays' },
    levelSet: { from: afterwards, to: 'stays' },
    consulted: { from: open, to: 'stays' },
    disclosed: { from: [...open, 'closed'], to: 'stays' },
    planned: { from: afterwards, to: 'stays' },
    followedUp: { from: afterwards, to: 'stays' },
    // Also to somebody else, while it was not taken on.
    handedOver: { from: afterwards, to: 'handingOver' },
    accepted: { from: ['handingOver'], to: 'after' },
    declined: { from: ['handingOver'], to: 'after' },
    escalated: { from: open, to: 'stays' },
    approved: { from: ['after'], to: 'stays' },
    added: { from: ['after', 'handingOver', 'closed'], to: 'stays' },
    transferred: { from: [...afterwards, 'closed'], to: 'stays' },
    carriedOn: { from: afterwards, to: 'stays' },
    reviewed: { from: ['after', 'handingOver', 'closed'], to: 'stays' },
    closed: { from: ['after'], to: 'closed' },
    reopened: { from: ['closed'], to: 'after' },
  },
}
