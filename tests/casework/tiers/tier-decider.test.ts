import { describe, expect, it } from 'vitest'
import { checkChange } from '../../../src/casework/records/check-change.ts'
import { approvalKept, tierDecider } from '../../../src/casework/tiers/tier-decider.ts'
import { tierProposalKind, tierProposalSchema } from '../../../src/casework/tiers/tier-proposal.ts'
import { idOf } from '../records.ts'

const [me, colleague] = [idOf(900), idOf(901)]
const outside = { kind: 'outside' as const, name: '示例督导', day: '2026-11-20' }

describe('who decides on a tier', () => {
  it('is a supervisor by their own role, and asks nobody outside when a colleague is one', () => {
    const asked = tierDecider(me, { roles: ['counsellor'], supervisors: [colleague] }, outside)
    expect(asked).toEqual({ isSupervisor: false, hasSupervisorHere: true, outsideApproval: '2026-11-20' })
    const alone = tierDecider(me, { roles: ['counsellor', 'supervisor'], supervisors: [me] }, null)
    expect(alone).toEqual({ isSupervisor: true, hasSupervisorHere: false, outsideApproval: null })
    const here = tierDecider(me, { roles: ['counsellor'], supervisors: [] }, { kind: 'here' })
    expect(here.outsideApproval).toBeNull()
  })

  it('is kept with the decision that comes down from priority, and no other', () => {
    const supervisor = { isSupervisor: true, hasSupervisorHere: false, outsideApproval: null }
    const counsellor = { ...supervisor, isSupervisor: false, outsideApproval: outside.day }
    expect(approvalKept(true, supervisor, null)).toEqual({ approval: { kind: 'here' } })
    expect(approvalKept(true, counsellor, outside)).toEqual({ approval: outside })
    expect(approvalKept(false, supervisor, outside)).toEqual({})
  })
})

describe('a counsellor’s proposal to lower a tier', () => {
  const proposal = {
    clientId: idOf(1),
    tier: 'watch' as const,
    reason: '示例：持续好转',
    proposedBy: me,
    proposedAt: '2026-11-20T02:00:00.000Z',
    answer: null,
  }
  const answer = {
    kind: 'decided' as const,
    by: colleague,
    at: '2026-11-21T02:00:00.000Z',
    decision: idOf(7),
  }

  it('is answered once, and otherwise stays as it was', () => {
    expect(tierProposalSchema.parse(proposal)).toEqual(proposal)
    const answered = { ...proposal, answer }
    expect(checkChange(tierProposalKind, proposal, answered).ok).toBe(true)
    expect(checkChange(tierProposalKind, proposal, { ...answered, tier: 'general' }).ok).toBe(false)
    const declined = {
      ...answered,
      answer: { kind: 'declined' as const, by: colleague, at: answer.at, because: '示例' },
    }
    expect(checkChange(tierProposalKind, answered, declined).ok).toBe(false)
  })
})
