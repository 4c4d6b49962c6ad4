import { expect, test } from 'vitest'
import type { RetestPlan } from '../../../src/casework/assessments/retest-plan.ts'
import { assessedIn, caseSummary } from '../../../src/casework/files/case-summary.ts'
import { waitsOf } from '../../../src/casework/today/waits.ts'
import { simulateFiles } from '../../../src/simulation/simulate-files.ts'
import { dayOf } from '../../../src/tiering/calendar.ts'
import { tierStanding } from '../../../src/tiering/tier-standing.ts'
import { setting } from '../../simulation/setting.ts'
import { caseStep, intervals } from '../course-records.ts'
import { idOf, stored } from '../records.ts'

const until = '2026-11-20'
/** What no simulated client has. */
const nothing = {
  plans: [],
  episodes: [],
  followUps: [],
  referrals: [],
  notes: [],
  clues: [],
  safetyPlans: [],
  proposals: [],
  standings: [],
}
const files = [...simulateFiles({ seed: '示例', clients: 30, months: 6, until }, setting)]
const planOf = (clientId: string, from: string): RetestPlan => ({
  clientId,
  instruments: ['phq-9', 'gad-7'],
  battery: null,
  everyWeeks: 4,
  from,
  plannedBy: 'a'.repeat(32),
  plannedAt: '2026-06-01T01:00:00.000Z',
  ended: null,
})

test('a summary says of a client what the records say on any day', () => {
  for (const { clients, ...records } of files) {
    const [client = null] = clients
    const id = client?.id ?? ''
    const plans = ['2026-12-24', '2026-07-01'].map((from, number) => ({
      id: String(number),
      revision: 1,
      value: planOf(id, from),
    }))
    const summary = caseSummary(id, { ...nothing, ...records, client, plans }, intervals)
    const given = records.assessments.map(({ value }) => value)
    for (const day of ['2026-08-01', until, '2027-03-01'])
      expect(tierStanding(summary.decided ? [summary.decided] : [], day)).toEqual(
        tierStanding(
          records.decisions.map(({ value }) => value),
          day,
        ),
      )
    expect(summary.entry?.client).toBe(client?.value)
    expect(summary.openAlerts).toHaveLength(
      records.alerts.filter(({ value }) => value.handling === null).length,
    )
    expect(summary.waits).toEqual(waitsOf({ ...nothing, ...records, plans }, intervals))
    expect(summary.waits.filter(({ kind }) => kind === 'retestDue')).toHaveLength(2)
    expect(summary.file).toBe('open')
    const months = given.flatMap(({ answeredAt }) =>
      answeredAt === null ? [] : dayOf(answeredAt).slice(0, 7),
    )
    const last = months.toSorted().at(-1) ?? ''
    expect(assessedIn(last, summary)).toBe(months.filter((month) => month === last).length)
    expect(assessedIn('2026-12', summary)).toBe(0)
  }
})

test('nothing is left out when the client cannot be read, or has nothing yet', () => {
  const none = { ...nothing, assessments: [], alerts: [], decisions: [] }
  const [
    {
      clients: [client = null],
      ...records
    } = { clients: [], ...none },
  ] = files
  expect(caseSummary('x', { ...nothing, ...records, client: null }, intervals)).toMatchObject({
    entry: null,
    openAlerts: [],
    decided: { tier: records.decisions.at(-1)?.value.tier },
  })
  expect(caseSummary('x', { ...none, client }, intervals)).toMatchObject({
    decided: null,
    lastAssessedAt: null,
    assessedThatMonth: 0,
    waits: [],
  })
})

test('a summary says whether the file is closed', () => {
  const none = { ...nothing, client: null, assessments: [], alerts: [], decisions: [] }
  const file = (...kinds: ('proposed' | 'approved' | 'reopened')[]) =>
    caseSummary(
      'x',
      { ...none, standings: [stored(90, { clientId: idOf(1), steps: kinds.map((kind) => caseStep(kind)) })] },
      intervals,
    ).file
  expect(file('proposed')).toBe('closing')
  expect(file('proposed', 'approved')).toBe('closed')
  expect(file('proposed', 'approved', 'reopened')).toBe('open')
})
