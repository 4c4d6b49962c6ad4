import type { Course } from '../records/course.ts'

export const referralStates = ['draft', 'sent', 'accepted', 'seen', 'answered', 'closed'] as const
export type ReferralState = (typeof referralStates)[number]

export type ReferralStepKind =
  | 'sent'
  | 'accepted'
  | 'refused'
  | 'seen'
  | 'notSeen'
  | 'feedback'
  | 'reminded'
  | 'returned'
  | 'withdrawn'

/** The loop of a referral: it is over when the client is back with the room or somebody says why not. */
export const referralCourse: Course<ReferralState, ReferralStepKind> = {
  begins: 'draft',
  steps: {
    sent: { from: ['draft'], to: 'sent' },
    accepted: { from: ['sent'], to: 'accepted' },
    refused: { from: ['sent', 'accepted'], to: 'answered' },
    seen: { from: ['accepted'], to: 'seen' },
    notSeen: { from: ['accepted'], to: 'answered' },
    feedback: { from: ['accepted', 'seen', 'answered'], to: 'answered' },
    reminded: { from: ['sent', 'accepted', 'seen'], to: 'stays' },
    returned: { from: ['answered'], to: 'closed' },
    withdrawn: { from: ['draft', 'sent', 'accepted', 'seen', 'answered'], to: 'closed' },
  },
}
