import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carriedOver } from '../../../src/statistics/facts/carry-over.ts'
import { countedClosures } from '../../../src/statistics/facts/closure.ts'
import { countedCrises } from '../../../src/statistics/facts/crisis.ts'
import { countedGroups } from '../../../src/statistics/facts/group-session.ts'
import { countedTierDecisions } from '../../../src/statistics/facts/tier-decision.ts'
import { caseStep, crisisStep, decisionOf, episodeOf, responding } from '../../casework/course-records.ts'
import { meetingOf } from '../../casework/file-records.ts'
import { idOf } from '../../casework/records.ts'
import { leftBehind, people, personIn, saying } from './left-behind.ts'

const decidedAt = (tier: 'general' | 'watch' | 'priority', day: string) =>
  decisionOf(tier, { clientId: idOf(1), decidedAt: `${day}T04:00:00.000Z` })

describe('how things stand', () => {
  it('is what was said last in a month, and is said anew each January', () => {
    const said = [
      { day: '2026-11-20', value: 'b' },
      { day: '2025-03-02', value: 'a' },
      { day: '2026-11-03', value: 'x' },
      { day: '2027-01-15', value: 'c' },
    ]
    expect(carriedOver(said).map(({ day, value }) => `${day} ${value}`)).toEqual([
      '2025-03-02 a',
      '2026-01-01 a',
      '2026-11-20 b',
      '2027-01-15 c',
      '2028-01-01 c',
      '2029-01-01 c',
    ])
    expect(carriedOver([])).toEqual([])
  })

  it('is said once a month at most, and in every year from the first to two after the last', () => {
    const day = fc
      .tuple(
        fc.integer({ min: 2020, max: 2026 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
      )
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'))
    fc.assert(
      fc.property(fc.array(fc.record({ day, value: fc.nat(9) }), { minLength: 1 }), (said) => {
        const stands = carriedOver(said)
        const months = stands.map((one) => one.day.slice(0, 7))
        expect(months).toEqual([...new Set(months)].sort())
        const years = said.map((one) => Number(one.day.slice(0, 4)))
        const wanted = Array.from(
          { length: Math.max(...years) - Math.min(...years) + 3 },
          (_, after) => Math.min(...years) + after,
        )
        expect([...new Set(months.map((month) => Number(month.slice(0, 4))))]).toEqual(wanted)
      }),
    )
  })
})

describe('tier decisions', () => {
  it('each counts as a change, the last of a month as how somebody stands', () => {
    const facts = leftBehind(countedTierDecisions, [
      decidedAt('priority', '2026-11-20'),
      decidedAt('watch', '2026-11-03'),
      decidedAt('general', '2027-02-01'),
      decidedAt('priority', '2026-12-01'),
    ])
    expect(saying(facts)).toEqual([
      ['tierChange', '2026-11', 'placed', 'watch', 1],
      ['tierChange', '2026-11', 'raised', 'priority', 1],
      ['tierChange', '2026-12', 'kept', 'priority', 1],
      ['tierChange', '2027-02', 'lowered', 'general', 1],
      ['tier', '2026-11', 'priority', null, 1],
      ['tier', '2026-12', 'priority', null, 1],
      ['tier', '2027-01', 'priority', null, 1],
      ['tier', '2027-02', 'general', null, 1],
      ['tier', '2028-01', 'general', null, 1],
      ['tier', '2029-01', 'general', null, 1],
    ])
    for (const { month, person } of facts) expect(person).toBe(personIn(idOf(1), month.slice(0, 4)))
  })
})

describe('closing a file', () => {
  it('counts with its reason each time, and says month by month whether the file is open', () => {
    const day = 24
    const steps = [
      caseStep('proposed', 0, { reason: 'movedAway' }),
      caseStep('approved', day),
      caseStep('reopened', 2 * day),
      caseStep('proposed', 60 * day, { reason: 'lostContact' }),
      caseStep('approved', 61 * day),
    ]
    const facts = leftBehind(countedClosures, [{ clientId: idOf(1), steps }])
    const [first, second] = steps.flatMap(({ kind, at }) => (kind === 'approved' ? [at.slice(0, 7)] : []))
    const year = Number(second?.slice(0, 4))
    const files = [
      ['file', first, 'open', null, 1],
      ['file', second, 'closed', null, 1],
      ['file', `${year + 1}-01`, 'closed', null, 1],
      ['file', `${year + 2}-01`, 'closed', null, 1],
    ]
    const [closures, stands] = [saying(facts).slice(0, 2), saying(facts).slice(2)]
    expect(closures).toEqual([
      ['closure', first, 'movedAway', null, 1],
      ['closure', second, 'lostContact', null, 1],
    ])
    // A January in between says again that the file is open.
    expect(stands.filter(([, , category]) => category === 'closed')).toEqual(files.slice(1))
    expect(stands[0]).toEqual(files[0])
    const onlyProposed = { clientId: idOf(1), steps: steps.slice(0, 1) }
    expect(leftBehind(countedClosures, [onlyProposed])).toEqual([])
  })
})

describe('a crisis', () => {
  it('says what it began with, how urgent it was, who was called and whether the client was reached', () => {
    const kinds = (facts: ReturnType<typeof leftBehind>) =>
      facts.map(({ kind, category, detail }) => [kind, category, detail])
    expect(kinds(leftBehind(countedCrises, [episodeOf()]))).toEqual([
      ['crisis', 'alert', null],
      ['crisisContact', 'open', null],
    ])
    const steps = [
      ...responding,
      crisisStep('levelSet', 1, { level: 'planned' }),
      crisisStep('acted', 2, { action: 3, what: 'police110', state: 'intended' }),
      crisisStep('acted', 3, { action: 4, what: 'ambulance120', state: 'done' }),
      crisisStep('acted', 4, { action: 5, what: 'ambulance120', state: 'verified' }),
      crisisStep('followedUp', 24, { afterHours: 24, reached: false }),
      crisisStep('followedUp', 30, { afterHours: 24 }),
    ]
    const told = kinds(leftBehind(countedCrises, [episodeOf(steps)]))
    expect(told.filter(([kind]) => kind !== 'crisisHelp')).toEqual([
      ['crisis', 'alert', 'atOnce'],
      ['crisisContact', 'inTime', null],
    ])
    const help = told.flatMap(([kind, who]) => (kind === 'crisisHelp' ? [who] : []))
    expect(help.filter((who) => who === 'ambulance120')).toHaveLength(1)
    expect(help).not.toContain('police110')
    const late = [...responding, crisisStep('followedUp', 37, { afterHours: 24 })]
    expect(leftBehind(countedCrises, [episodeOf(late)])[1]?.category).toBe('late')
  })
})

describe('a group', () => {
  const course = (...meetings: Parameters<typeof meetingOf>[0][]) => ({
    title: '示例小组',
    theme: '',
    plan: '',
    leaders: [idOf(900)],
    place: '',
    plannedMeetings: 8,
    begins: '2026-11-01',
    members: [idOf(1), idOf(2)],
    endedAt: null,
    steps: meetings.flatMap((present, place) => {
      const step = { session: place + 1, by: idOf(900), at: '2026-11-20T08:00:00.000Z' }
      const meeting = meetingOf(present)
      const { startsAt, minutes, theme } = meeting
      return [
        { kind: 'planned' as const, ...step, plan: { startsAt, minutes, theme } },
        { kind: 'held' as const, ...step, meeting },
      ]
    }),
  })

  it('counts sessions as the room’s work, and everybody who came', () => {
    const facts = leftBehind(countedGroups, [
      course(
        { kind: 'byFile', clients: [idOf(1), idOf(2)], others: 3 },
        { kind: 'headCount', count: 9 },
        { kind: 'byFile', clients: [], others: 0 },
      ),
    ])
    expect(saying(facts)).toEqual([
      ['groupMeeting', '2026-11', 'held', null, 90],
      ['groupAttendance', '2026-11', 'byFile', null, 1],
      ['groupAttendance', '2026-11', 'byFile', null, 1],
      ['groupAttendance', '2026-11', 'headCount', null, 3],
      ['groupMeeting', '2026-11', 'held', null, 90],
      ['groupAttendance', '2026-11', 'headCount', null, 9],
      ['groupMeeting', '2026-11', 'held', null, 90],
    ])
    expect(facts.map(({ person }) => person !== null)).toEqual([
      false,
      true,
      true,
      false,
      false,
      false,
      false,
    ])
  })

  it('counts somebody once in a session who stands in it under two files that were merged', () => {
    const merged = { ...people(), person: (_: string, year: string) => personIn(idOf(1), year) }
    const twice = () => ({ kind: 'byFile' as const, clients: [idOf(1), idOf(2)], others: 0 })
    const came = leftBehind(countedGroups, [course(twice(), twice())], merged).filter(
      ({ kind }) => kind === 'groupAttendance',
    )
    expect(came).toHaveLength(2)
  })
})
