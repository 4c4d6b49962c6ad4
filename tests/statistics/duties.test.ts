import { describe, expect, it } from 'vitest'
import { type DutyStanding, duties, dutyFacts } from '../../src/statistics/duties.ts'
import { factSchema } from '../../src/statistics/fact.ts'
import { staffFacts } from '../../src/statistics/staff-facts.ts'
import { tabulate } from '../../src/statistics/tabulate.ts'
import { profileOf } from '../casework/file-records.ts'
import { idOf, stored } from '../casework/records.ts'
import { fact } from '../support/facts.ts'
import { shippedPlan } from '../support/release-plan.ts'

const end = '2026-11-30'
const allMet: DutyStanding = { backupVerifiedOn: end, drilledOn: end, staff: 3, trained: 3 }
const followUps = (onTime: number, late: number, month = '2026-11') => [
  ...Array.from({ length: onTime }, () => fact({ kind: 'followUp', month, category: 'onTime' })),
  ...Array.from({ length: late }, () =>
    fact({ kind: 'callFollowUp', month, category: 'late', person: null }),
  ),
]
const met = (more: Partial<DutyStanding>, facts = followUps(0, 0)) =>
  dutyFacts(facts, end, { ...allMet, ...more }).map(({ category }) => category)

describe('a duty of the room', () => {
  it('is met, each by itself', () => {
    expect(met({})).toEqual(duties)
    expect(met({ backupVerifiedOn: '2026-11-23' })).toEqual(duties)
    expect(met({ backupVerifiedOn: '2026-11-22' })).not.toContain('backupVerified')
    expect(met({ backupVerifiedOn: null })).not.toContain('backupVerified')
    expect(met({ drilledOn: '2026-10-26' })).toEqual(duties)
    expect(met({ drilledOn: '2026-10-25' })).not.toContain('restoreDrill')
    // Done after the month was over, it was not done in it.
    expect(met({ drilledOn: '2026-12-01' })).not.toContain('restoreDrill')
    expect(met({ trained: 2 })).not.toContain('staffTrained')
  })

  it('is met with 95 in 100 follow-ups on time, and with too few to say', () => {
    expect(met({}, followUps(95, 5))).toEqual(duties)
    expect(met({}, followUps(94, 6))).not.toContain('followUpsOnTime')
    expect(met({}, followUps(19, 1))).toEqual(duties)
    expect(met({}, followUps(18, 2))).not.toContain('followUpsOnTime')
    expect(met({}, followUps(0, 19))).toEqual(duties)
    expect(met({}, followUps(0, 40, '2026-10'))).toEqual(duties)
  })

  it('counts one who was not reached as looked for, and one that is left as not done', () => {
    const some = (category: string) => Array.from({ length: 20 }, () => fact({ kind: 'followUp', category }))
    expect(met({}, some('notReached'))).toEqual(duties)
    expect(met({}, some('open'))).not.toContain('followUpsOnTime')
  })

  it('leaves the room as one or nought, and says nothing of anybody', () => {
    const facts = dutyFacts(followUps(0, 40), end, { ...allMet, trained: 1 })
    for (const one of facts) expect(factSchema.parse(one).person).toBeNull()
    const table = tabulate(facts, shippedPlan, '2026-11', 'small').find(({ id }) => id === 'duties')
    expect(table?.cells).toEqual([0, 1, 1, 0])
  })
})

it('who works here on a day is counted by how they are employed', () => {
  const profiles = [
    profileOf(),
    profileOf({ employment: 'volunteer', crisisTeam: false }),
    profileOf({ leftOn: '2026-12-30' }),
    profileOf({ leftOn: '2026-12-31' }),
  ].map((profile, place) => stored(place + 1, profile))
  const facts = staffFacts(profiles, '2026-12-31')
  for (const one of facts) expect(factSchema.parse(one)).toEqual(one)
  expect(facts.map(({ category, detail, person }) => [category, detail, person])).toEqual([
    ['fullTime', 'crisisTeam', `${idOf(1)}${idOf(1)}`],
    ['volunteer', null, `${idOf(2)}${idOf(2)}`],
    ['fullTime', 'crisisTeam', `${idOf(4)}${idOf(4)}`],
  ])
  const table = tabulate(facts, shippedPlan, '2026-Q4', 'small').find(({ id }) => id === 'staff')
  expect(table?.cells).toEqual([2, 0, 1, 0])
})
