import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import shippedIntervals from '../../resources/follow-up-intervals.json'
import shippedCategories from '../../resources/outreach-categories.json'
import shippedTags from '../../resources/population-tags.json'
import privacy from '../../resources/privacy-rules.json'
import quickDial from '../../resources/quick-dial.json'
import working from '../../resources/working-rules.json'
import { courseAttendance, meetingAttendance } from '../../src/casework/activities/attendance.ts'
import {
  checkCategories,
  outreachCounts,
  readOutreachCategories,
} from '../../src/casework/activities/outreach-categories.ts'
import { readPopulationTags } from '../../src/casework/clients/population-tags.ts'
import { readFollowUpIntervals } from '../../src/casework/follow-ups/follow-up-intervals.ts'
import { readQuickDial } from '../../src/casework/hotline/quick-dial.ts'
import { readPrivacyRules } from '../../src/casework/privacy/privacy-rules.ts'
import { qualificationsEnding, staffCounts, trainingIn } from '../../src/casework/staff/staff-register.ts'
import {
  checkRoomRules,
  roomRulesKind,
  roomRulesStatement,
  rulesInForce,
} from '../../src/casework/unit/room-rules.ts'
import { readWorkingRules } from '../../src/casework/unit/working-rules.ts'
import { codeOf, given } from '../support/outcome.ts'
import { meetingOf, outreachOf, privacyRules, profileOf, workingRules } from './file-records.ts'
import { idOf, stored } from './records.ts'

const categories = given(readOutreachCategories(shippedCategories))

describe('attendance', () => {
  const [a, b, c] = [idOf(1), idOf(2), idOf(3)]
  it('of a meeting counts heads, nobody twice', () => {
    expect(meetingAttendance(meetingOf({ kind: 'byFile', clients: [a, b, a], others: 3 }))).toEqual({
      heads: 5,
      byFile: 2,
    })
    expect(meetingAttendance(meetingOf({ kind: 'headCount', count: 12 }))).toEqual({ heads: 12, byFile: 0 })
  })

  it('of a course says who came how often, and how many only heads are known of', () => {
    const meetings = [
      meetingOf({ kind: 'byFile', clients: [a, b], others: 1 }, { feedback: 40 }),
      meetingOf({ kind: 'headCount', count: 4 }, { minutes: 60 }),
      meetingOf({ kind: 'byFile', clients: [a, c], others: 0 }, { feedback: 45 }),
    ]
    expect(courseAttendance({ members: [a, b, idOf(9)], meetings, plannedMeetings: 6 })).toEqual({
      meetings: 3,
      planned: 6,
      heads: 9,
      knownPeople: 3,
      members: [
        { clientId: a, came: 2, listed: true },
        { clientId: b, came: 1, listed: true },
        { clientId: idOf(9), came: 0, listed: true },
        { clientId: c, came: 1, listed: false },
      ],
      tellWho: 2,
      minutes: 240,
      feedback: 43,
    })
  })

  it('never has more known people than heads, nor anybody come more often than it met', () => {
    const present = fc.oneof(
      fc.record({
        kind: fc.constant('byFile' as const),
        clients: fc.array(fc.integer({ min: 1, max: 6 }).map(idOf), { maxLength: 8 }),
        others: fc.nat(5),
      }),
      fc.record({ kind: fc.constant('headCount' as const), count: fc.nat(20) }),
    )
    fc.assert(
      fc.property(
        fc.array(present, { maxLength: 10 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 6 }).map(idOf)),
        (all, members) => {
          const found = courseAttendance({
            members,
            meetings: all.map((one) => meetingOf(one)),
            plannedMeetings: 10,
          })
          expect(found.knownPeople).toBeLessThanOrEqual(found.heads)
          for (const { came } of found.members) expect(came).toBeLessThanOrEqual(found.tellWho)
          expect(found.members.map(({ clientId }) => clientId).slice(0, members.length)).toEqual(members)
        },
      ),
    )
  })
})

describe('outreach', () => {
  const year = { from: '2026-01-01', until: '2026-12-31' }
  it('is counted by category in the room’s order, what is retired only where it was used', () => {
    const retired = {
      ...categories,
      categories: categories.categories.map((one) => ({
        ...one,
        retired: ['offices', 'villages'].includes(one.id),
      })),
    }
    const counts = outreachCounts(
      [
        outreachOf(),
        outreachOf({ audience: 20, day: '2026-12-31' }),
        outreachOf({ day: '2025-12-31' }),
        outreachOf({ category: 'ghost' }),
      ],
      retired,
      year,
    )
    expect(counts.map(({ category }) => category)).toEqual([
      'companies',
      'schools',
      'neighbourhoods',
      'villages',
      'families',
      'online',
      'other',
      null,
    ])
    expect(counts[3]).toEqual({
      category: 'villages',
      activities: 2,
      audience: 50,
      materials: 100,
      volunteers: 4,
    })
    expect(counts.at(-1)).toMatchObject({ category: null, activities: 1 })
  })

  it('keeps a category that was used once there was one', () => {
    const fewer = { ...categories, categories: categories.categories.slice(1) }
    expect(checkCategories(categories, fewer)).toEqual({
      ok: false,
      refusal: { code: 'CATEGORY_GONE', at: 'offices' },
    })
    expect(checkCategories(fewer, categories).ok).toBe(true)
    const twice = {
      ...shippedCategories,
      categories: [...shippedCategories.categories, shippedCategories.categories[0]],
    }
    expect(codeOf(readOutreachCategories(twice))).toBe('OUTREACH_CATEGORIES_INVALID')
  })
})

describe('the staff register', () => {
  const entered = { by: idOf(900), at: '2026-11-20T09:00:00.000Z' }
  const training = [
    { day: '2026-03-01', title: '示例培训', quarterHours: 30, supervision: false },
    { day: '2026-12-31', title: '示例督导', quarterHours: 7, supervision: true },
    { day: '2027-01-01', title: '示例培训', quarterHours: 40, supervision: false },
  ].map((one) => ({ ...one, ...entered }))
  it('adds up the hours of a year', () => {
    expect(trainingIn(2026, profileOf({ training }), workingRules)).toEqual({
      hours: 9.25,
      supervision: 1.75,
      missing: 30.75,
    })
    expect(trainingIn(2025, profileOf({ training }), workingRules)).toEqual({
      hours: 0,
      supervision: 0,
      missing: 40,
    })
    expect(trainingIn(2026, profileOf({ training }), { trainingHoursPerYear: 5 }).missing).toBe(0)
  })

  it('says which qualifications run out, of people who are still here', () => {
    const qualification = (title: string, until: string | null) => ({
      title,
      issuedBy: '',
      day: null,
      until,
      ...entered,
    })
    const profiles = [
      stored(
        1,
        profileOf({
          qualifications: [
            qualification('甲', '2027-02-20'),
            qualification('乙', '2027-02-21'),
            qualification('丙', null),
          ],
        }),
      ),
      stored(
        2,
        profileOf({ qualifications: [qualification('丁', '2026-11-21'), qualification('戊', '2026-11-22')] }),
      ),
      stored(3, profileOf({ qualifications: [qualification('己', '2026-01-01')], leftOn: '2026-11-21' })),
    ]
    expect(
      qualificationsEnding(profiles, '2026-11-22', workingRules).map(({ title, state }) => [title, state]),
    ).toEqual([
      ['丁', 'ranOut'],
      ['戊', 'soon'],
      ['甲', 'soon'],
    ])
  })

  it('counts who is here', () => {
    const profiles = [
      profileOf(),
      profileOf({ employment: 'volunteer', crisisTeam: false }),
      profileOf({ employment: 'volunteer', leftOn: '2026-11-21' }),
    ]
    expect(staffCounts(profiles, '2026-11-22')).toEqual({
      byEmployment: { fullTime: 1, partTime: 0, volunteer: 1, external: 0 },
      crisisTeam: 1,
    })
  })
})

describe('what the room goes by', () => {
  const proposed = {
    privacy: privacyRules,
    working: workingRules,
    outreach: categories,
    followUps: given(readFollowUpIntervals(shippedIntervals)),
    tags: given(readPopulationTags(shippedTags)),
    quickDial: given(readQuickDial(quickDial)),
  }
  const adopted = (rules: Parameters<typeof rulesInForce>[0][number]['rules'], changedAt: string) => ({
    rules,
    changedBy: idOf(900),
    changedAt,
    because: '示例：本室决定',
    signature: btoa('0'.repeat(64)),
  })

  it('is the proposals, and what it made its own last', () => {
    expect(rulesInForce([], proposed)).toEqual(proposed)
    const first = adopted(
      { kind: 'working', working: { ...workingRules, noteWithinHours: 48 } },
      '2026-11-01T01:00:00.000Z',
    )
    const second = adopted(
      { kind: 'working', working: { ...workingRules, noteWithinHours: 12 } },
      '2026-11-02T01:00:00.000Z',
    )
    const other = adopted(
      { kind: 'privacy', privacy: { ...privacyRules, from14to17: 'both' } },
      '2026-10-01T01:00:00.000Z',
    )
    const held = rulesInForce([second, other, first], proposed)
    expect(held.working.noteWithinHours).toBe(12)
    expect(held.privacy.from14to17).toBe('both')
    expect(held.outreach).toBe(categories)
    expect(roomRulesKind.schema.safeParse(second).success).toBe(true)
    const { followUps } = proposed
    const often = {
      ...followUps,
      proposed: false,
      tiers: { ...followUps.tiers, watch: { first: 14, every: 14, again: 2 } },
    }
    const rules = { kind: 'followUps', followUps: often } as const
    const all = rulesInForce([second, adopted(rules, '2026-11-03T01:00:00.000Z')], proposed)
    expect(all).toMatchObject({ followUps: often, tags: proposed.tags, working: { noteWithinHours: 12 } })
    expect(roomRulesStatement(adopted(rules, '2026-11-03T01:00:00.000Z'))).toContain('"first":14')
  })

  it('keeps what records rest on: the follow-ups of a crisis, tags and categories under their ids', () => {
    const { followUps, tags, outreach } = proposed
    const fewer = { ...followUps.crisis, followUps: followUps.crisis.followUps.slice(1) }
    const shorter = { kind: 'followUps', followUps: { ...followUps, crisis: fewer } } as const
    expect(codeOf(checkRoomRules(proposed, shorter))).toBe('CHAIN_KEPT')
    const quick = { ...followUps.crisis, interview: 2 }
    const sooner = { kind: 'followUps', followUps: { ...followUps, crisis: quick } } as const
    expect(checkRoomRules(proposed, sooner).ok).toBe(true)
    const gone = { kind: 'tags', tags: { ...tags, tags: tags.tags.slice(1) } } as const
    expect(codeOf(checkRoomRules(proposed, gone))).toBe('TAG_GONE')
    const left = { ...outreach, categories: outreach.categories.slice(1) }
    expect(codeOf(checkRoomRules(proposed, { kind: 'outreach', outreach: left }))).toBe('CATEGORY_GONE')
    expect(checkRoomRules(proposed, { kind: 'working', working: workingRules }).ok).toBe(true)
  })

  it('is refused when it makes no sense', () => {
    expect(proposed.privacy.proposed && proposed.working.proposed && proposed.outreach.proposed).toBe(true)
    expect(codeOf(readWorkingRules({ ...working, noteWithinHours: 0 }))).toBe('WORKING_RULES_INVALID')
    expect(codeOf(readPrivacyRules({ ...privacy, from14to17: 'guardian' }))).toBe('PRIVACY_RULES_INVALID')
    const { copy: _, ...fewer } = privacy.answerWithinDays
    expect(codeOf(readPrivacyRules({ ...privacy, answerWithinDays: fewer }))).toBe('PRIVACY_RULES_INVALID')
    const late = { ...privacy.reports, minorHarm: { ...privacy.reports.minorHarm, warnHours: 30 } }
    expect(codeOf(readPrivacyRules({ ...privacy, reports: late }))).toBe('PRIVACY_RULES_INVALID')
  })
})
