import { describe, expect, it } from 'vitest'
import { countedAssessments, countedPaperScores } from '../../../src/statistics/facts/assessment.ts'
import { countedClients } from '../../../src/statistics/facts/client.ts'
import { countedClues } from '../../../src/statistics/facts/clue.ts'
import { countedKinds } from '../../../src/statistics/facts/counted-kinds.ts'
import { countedDisclosures } from '../../../src/statistics/facts/disclosure.ts'
import { countedFollowUps } from '../../../src/statistics/facts/follow-up.ts'
import { countedHotlineReports, countedReports } from '../../../src/statistics/facts/mandatory-report.ts'
import { countedOutreach } from '../../../src/statistics/facts/outreach.ts'
import { countedReferrals } from '../../../src/statistics/facts/referral.ts'
import { countedRightsRequests } from '../../../src/statistics/facts/rights-request.ts'
import { countedSessions } from '../../../src/statistics/facts/session.ts'
import { countedSupervision, countedTraining } from '../../../src/statistics/facts/training.ts'
import { followUpOf, referralOf, referralStep } from '../../casework/course-records.ts'
import {
  clueOf,
  disclosureOf,
  noteOf,
  outreachOf,
  profileOf,
  reportOf,
  reportStep,
  rightsRequestOf,
} from '../../casework/file-records.ts'
import { assessmentOf, clientOf, idOf, paperScoreOf } from '../../casework/records.ts'
import { leftBehind, nobody, people, personIn, saying } from './left-behind.ts'

const me = idOf(900)
const at = '2026-11-20T02:00:00.000Z'

describe('whom a fact is about', () => {
  it('is under the pseudonym of the year, with sex, age band and township of that day', () => {
    const registered = (registeredAt: string) => leftBehind(countedClients, [clientOf({ registeredAt })])[0]
    expect(registered('2026-05-02T15:00:00.000Z')).toEqual({
      kind: 'client',
      month: '2026-05',
      person: personIn(idOf(1), '2026'),
      sex: 'female',
      ageBand: '18to39',
      place: '990101101',
      category: 'registered',
      detail: null,
      amount: 1,
    })
    // Midnight in China: the birthday has begun, and it is another month on the last evening of one.
    expect(registered('2030-05-02T16:00:00.000Z')).toMatchObject({ month: '2030-05', ageBand: '40to59' })
    expect(registered('2026-12-31T16:00:00.000Z')).toMatchObject({
      month: '2027-01',
      person: personIn(idOf(1), '2027'),
    })
  })

  it('is unknown where nothing is known, and where the file is gone', () => {
    const unknown = { sex: 'unknown', ageBand: 'unknown', place: null }
    const known = people({ sex: null, birthDate: null, township: null })
    expect(leftBehind(countedSessions, [noteOf({ clientId: idOf(1) })], known)[0]).toMatchObject(unknown)
    expect(leftBehind(countedSessions, [noteOf({ clientId: idOf(7) })])[0]).toMatchObject(unknown)
  })
})

describe('what a record leaves behind', () => {
  it('an assessment once it is answered, with its band', () => {
    expect(saying(leftBehind(countedAssessments, [assessmentOf()]))).toEqual([
      ['assessment', '2026-11', 'phq-9', 'moderate', 1],
    ])
    const unscored = assessmentOf({ instrument: 'social-function', result: null })
    expect(saying(leftBehind(countedAssessments, [unscored]))).toEqual([
      ['assessment', '2026-11', 'social-function', null, 1],
    ])
    expect(leftBehind(countedAssessments, [assessmentOf({ answeredAt: null, result: null })])).toEqual([])
  })

  it('a paper score, but none that another corrects', () => {
    const first = paperScoreOf()
    const second = paperScoreOf({ correction: { of: idOf(1), reason: '示例：抄错了' } })
    expect(leftBehind(countedPaperScores, [first, second])).toHaveLength(1)
    expect(leftBehind(countedPaperScores, [first])).toHaveLength(1)
  })

  it('a corrected paper score in the month of its first entry, once, however often and by whomever it was corrected', () => {
    const because = '示例：抄错了'
    const chain = [
      paperScoreOf({ enteredAt: '2026-08-31T15:00:00.000Z' }),
      paperScoreOf({ correction: { of: idOf(1), reason: because }, enteredAt: '2026-10-02T01:00:00.000Z' }),
      paperScoreOf({ correction: { of: idOf(2), reason: because }, enteredAt: '2027-01-02T01:00:00.000Z' }),
    ]
    const counted = [['assessment', '2026-08', 'isi', null, 1]]
    for (const entered of [1, 2, 3])
      expect(saying(leftBehind(countedPaperScores, chain.slice(0, entered)))).toEqual(counted)
    // Two seats corrected the same entry at the same time: it is one result all the same.
    const twice = paperScoreOf({ correction: { of: idOf(1), reason: because } })
    expect(saying(leftBehind(countedPaperScores, [...chain, twice]))).toEqual(counted)
    // The entry it corrects cannot be read: then it is the first that is known.
    const alone = paperScoreOf({ correction: { of: idOf(77), reason: because } })
    expect(saying(leftBehind(countedPaperScores, [alone]))).toEqual([
      ['assessment', '2026-11', 'isi', null, 1],
    ])
    // Nothing the program writes; it must come to an end, and to one result.
    const round = [2, 1].map((of) => paperScoreOf({ correction: { of: idOf(of), reason: because } }))
    expect(leftBehind(countedPaperScores, round)).toHaveLength(1)
  })

  it('a session whether or not its note is signed', () => {
    expect(saying(leftBehind(countedSessions, [noteOf({ signedAt: null })]))).toEqual([
      ['session', '2026-11', 'inRoom', null, 60],
    ])
    expect(
      saying(leftBehind(countedSessions, [noteOf({ mode: 'phone', minutes: 0, signedAt: at })])),
    ).toEqual([['session', '2026-11', 'phone', null, 1]])
  })

  it('a referral once it was sent, with how far it came', () => {
    const steps = (['sent', 'accepted', 'seen', 'feedback', 'returned'] as const).map((kind, hours) =>
      referralStep(kind, hours),
    )
    const stage = (count: number) => saying(leftBehind(countedReferrals, [referralOf(steps.slice(0, count))]))
    const stages = ['sent', 'accepted', 'seen', 'answered', 'closed']
    expect(stage(0)).toEqual([])
    for (const [place, name] of stages.entries())
      expect(stage(place + 1).map(([, , ...rest]) => rest)).toEqual([['hospital', name, 1]])
    const withdrawn = referralStep('withdrawn')
    expect(leftBehind(countedReferrals, [referralOf([withdrawn])])).toEqual([])
    expect(
      saying(leftBehind(countedReferrals, [referralOf([...steps.slice(0, 2), withdrawn])])),
    ).toMatchObject([['referral', expect.any(String), 'hospital', 'withdrawn', 1]])
  })

  it('a follow-up in the month it is due, unless it was cancelled', () => {
    const result = {
      doneBy: me,
      doneAt: '2026-11-20T15:00:00.000Z',
      mode: 'phone',
      reached: 'reached',
      askedAgain: 'none',
      entry: '示例',
    } as const
    const went = (due: string, more: Parameters<typeof followUpOf>[1]) =>
      saying(leftBehind(countedFollowUps, [followUpOf(due, more)]))
    expect(went('2026-11-20', { result })).toEqual([['followUp', '2026-11', 'onTime', 'tier', 1]])
    // By then it was the 21st in China.
    expect(went('2026-11-20', { result: { ...result, doneAt: '2026-11-20T16:00:00.000Z' } })).toEqual([
      ['followUp', '2026-11', 'late', 'tier', 1],
    ])
    expect(went('2026-10-31', { result: { ...result, reached: 'notReached' } })).toEqual([
      ['followUp', '2026-10', 'notReached', 'tier', 1],
    ])
    expect(went('2026-11-20', { why: { kind: 'aftercare', closure: idOf(5) } })).toEqual([
      ['followUp', '2026-11', 'open', 'aftercare', 1],
    ])
    const cancelled = { by: me, at, because: { kind: 'person', note: '示例' } } as const
    expect(went('2026-11-20', { cancelled })).toEqual([])
  })

  it('an activity with how many it reached, as it is known now', () => {
    const version = (more: Parameters<typeof outreachOf>[0], struckOut = false) => ({
      activity: outreachOf(more),
      struckOut,
      because: '示例',
      by: me,
      at,
    })
    const left = (...versions: ReturnType<typeof version>[]) =>
      saying(leftBehind(countedOutreach, [{ versions }], nobody))
    expect(left(version({ materials: 0 }))).toEqual([
      ['activity', '2026-11', 'villages', 'activities', 1],
      ['activity', '2026-11', 'villages', 'audience', 30],
      ['activity', '2026-11', 'villages', 'volunteers', 2],
    ])
    expect(left(version({}), version({ audience: 3, category: 'schools' }))[1]).toEqual([
      'activity',
      '2026-11',
      'schools',
      'audience',
      3,
    ])
    expect(left(version({}), version({}, true))).toEqual([])
  })

  it('training of staff, not what was struck out', () => {
    const line = { day: '2026-11-03', title: '示例培训', quarterHours: 6, supervision: false, by: me, at }
    const struckOut = [{ list: 'training', place: 1, because: '示例', by: me, at }] as const
    const profile = profileOf({
      training: [line, { ...line, quarterHours: 40 }, { ...line, supervision: true }],
      struckOut: [...struckOut],
    })
    const facts = leftBehind(countedTraining, [profile], nobody)
    expect(saying(facts)).toEqual([
      ['training', '2026-11', 'training', null, 6],
      ['training', '2026-11', 'supervision', null, 6],
    ])
    expect(new Set(facts.map(({ person }) => person))).toEqual(new Set([`${idOf(1)}${idOf(1)}`]))
  })

  it('supervision, without saying whether it was about somebody', () => {
    const supervision = {
      clientId: idOf(1),
      day: '2026-11-04',
      supervisor: '示例督导',
      mode: 'group',
      minutes: 90,
      question: '示例',
      advice: '示例',
      actions: '',
      recordedBy: me,
      recordedAt: at,
    } as const
    const facts = leftBehind(countedSupervision, [supervision], nobody)
    expect(saying(facts)).toEqual([['supervision', '2026-11', 'group', null, 90]])
    expect(facts[0]).toMatchObject({ person: null, sex: 'unknown' })
  })

  it('a request about data, with whether it was answered in time, also after the client is erased', () => {
    const answer = {
      by: me,
      at: '2026-11-17T15:00:00.000Z',
      done: 'met',
      entry: '',
      disclosure: null,
    } as const
    const how = (more: Parameters<typeof rightsRequestOf>[0]) =>
      leftBehind(countedRightsRequests, [rightsRequestOf(more)])
    expect(saying(how({}))).toEqual([['rightsRequest', '2026-11', 'copy', 'open', 1]])
    expect(how({ answer })[0]?.detail).toBe('inTime')
    expect(how({ answer: { ...answer, at: '2026-11-17T16:00:00.000Z' } })[0]?.detail).toBe('late')
    expect(how({ answer, clientId: null })[0]).toMatchObject({ person: null, category: 'copy' })
  })

  it('a disclosure by its ground, and a clue by what came of it', () => {
    expect(saying(leftBehind(countedDisclosures, [disclosureOf()]))).toEqual([
      ['disclosure', '2026-11', 'savingLife', null, 1],
    ])
    const outcome = { by: me, at: '2026-12-02T02:00:00.000Z', found: 'passedOn', entry: '示例' } as const
    expect(saying(leftBehind(countedClues, [clueOf(), clueOf({ outcome })]))).toEqual([
      ['clue', '2026-11', 'open', null, 1],
      ['clue', '2026-11', 'passedOn', null, 1],
    ])
  })

  it('a mandatory report with what became of it since it was last opened', () => {
    const detail = (...kinds: Parameters<typeof reportStep>[0][]) =>
      leftBehind(countedReports, [reportOf(kinds.map((kind) => reportStep(kind)))])[0]?.detail
    expect(detail()).toBe('open')
    expect(detail('safetySeen', 'described', 'noDuty')).toBe('notOwed')
    expect(detail('safetySeen', 'reported')).toBe('made')
    expect(detail('safetySeen', 'reported', 'closed', 'reopened')).toBe('open')
    const heard = reportOf([], { clientId: null, about: '示例：邻居家的孩子' })
    expect(leftBehind(countedHotlineReports, [heard], nobody)[0]).toMatchObject({
      kind: 'mandatoryReport',
      category: 'minorHarm',
      person: null,
    })
  })
})

it('every kind of record that counts stands in the list once', () => {
  const tables = countedKinds.map(({ kind }) => kind.table)
  expect(new Set(tables).size).toBe(tables.length)
  expect(tables).toHaveLength(19)
})
