import { expect, it } from 'vitest'
import { clueOutcomes } from '../../src/casework/clues/clue.ts'
import { crisisEpisodeSchema } from '../../src/casework/crisis/crisis-episode.ts'
import { disclosureBases } from '../../src/casework/disclosures/disclosure.ts'
import { reportDuties } from '../../src/casework/disclosures/mandatory-report.ts'
import { closureReasons } from '../../src/casework/files/case-standing.ts'
import { callTypes } from '../../src/casework/hotline/call-types.ts'
import { sessionNoteSchema } from '../../src/casework/notes/session-note.ts'
import { rightsAsked } from '../../src/casework/privacy/rights-request.ts'
import { ageBands } from '../../src/casework/records/age.ts'
import { receiverKinds } from '../../src/casework/referrals/referral.ts'
import { referralStates } from '../../src/casework/referrals/referral-course.ts'
import { employments } from '../../src/casework/staff/staff-profile.ts'
import { duties } from '../../src/statistics/duties.ts'
import { tiers } from '../../src/tiering/tier.ts'
import { shippedPlan } from '../support/release-plan.ts'

const triggers = crisisEpisodeSchema.shape.from.options.map((option) => option.shape.kind.value)
const outreach = import.meta.glob<{ categories: { id: string }[] }>(
  '../../resources/outreach-categories.json',
  {
    eager: true,
    import: 'default',
  },
)

/** Referrals and rights requests have these: a disclosure is what comes of them. */
const countedElsewhere = ['consentedReferral', 'clientCopy']

/** Every code a record can leave behind has its own place in the plan; none but these. */
it.each<[string, readonly string[]]>([
  ['ageBand', [...ageBands, 'unknown']],
  ['sessionMode', sessionNoteSchema.shape.mode.options],
  ['callType', callTypes],
  ['tier', tiers],
  ['crisisTrigger', triggers],
  ['receiver', receiverKinds],
  ['referralStage', [...referralStates.filter((state) => state !== 'draft'), 'withdrawn']],
  ['closureReason', closureReasons],
  ['clueOutcome', [...clueOutcomes, 'open']],
  ['disclosureGround', disclosureBases.filter((basis) => !countedElsewhere.includes(basis))],
  ['reportDuty', reportDuties],
  ['rightAsked', rightsAsked],
  ['employment', employments],
  ['duty', duties],
  ['outreach', Object.values(outreach).flatMap(({ categories }) => categories.map(({ id }) => id))],
])('%s', (id, codes) => {
  const listed = shippedPlan.dimensions
    .find((dimension) => dimension.id === id)
    ?.codes.map(({ code }) => code)
  expect(listed?.toSorted()).toEqual(codes.toSorted())
})
