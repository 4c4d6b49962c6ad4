import { describe, expect, it } from 'vitest'
import { crisisQuestions } from '../../../src/casework/crisis/crisis-episode.ts'
import { type EvidenceRecords, evidenceOf } from '../../../src/casework/tiers/evidence-of.ts'
import { evidenceSchema } from '../../../src/tiering/evidence.ts'
import { alertOf, assessmentOf, handledOf, idOf, paperScoreOf, stored } from '../records.ts'

const result = assessmentOf().result
if (result === null) throw new Error('the builder gives a result')

const nothing: EvidenceRecords = {
  assessments: [],
  paperScores: [],
  alerts: [],
  episodes: [],
  followUps: [],
  clues: [],
}
const from = (records: Partial<EvidenceRecords>) => evidenceOf({ ...nothing, ...records }, () => null)
const by = { by: idOf(900), at: '2026-11-20T02:00:00.000Z' }

describe('evidence of a file', () => {
  it('takes every score of an answered assessment, by scale', () => {
    const twoScales = {
      ...result,
      scores: { total: 13, core: 4 },
      bands: { total: 'moderate' },
      reached: { total: ['furtherAssessment'] },
    }
    const evidence = from({ assessments: [stored(7, assessmentOf({ result: twoScales }))] })
    const same = {
      kind: 'score',
      id: idOf(7),
      instrument: 'phq-9',
      rater: 'self',
      at: '2026-11-20T01:06:00.000Z',
    }
    expect(evidence).toEqual([
      { ...same, scale: 'total', value: 13, band: 'moderate', reached: ['furtherAssessment'] },
      { ...same, scale: 'core', value: 4, band: null, reached: [] },
    ])
    for (const one of evidence) expect(evidenceSchema.parse(one)).toEqual(one)
  })

  it('tells informants apart by what they are to the client, and members of staff not', () => {
    const raters = [
      { kind: 'informant', relation: '母亲' },
      { kind: 'informant', relation: '班主任' },
      { kind: 'staff', staffId: idOf(900) },
    ] as const
    const assessments = raters.map((rater, index) => stored(index, assessmentOf({ rater })))
    expect(from({ assessments }).flatMap((one) => ('rater' in one ? one.rater : []))).toEqual([
      'informant 母亲',
      'informant 班主任',
      'staff',
    ])
  })

  it('takes scores outside the ages meant too: a score only raises', () => {
    const assessment = assessmentOf({ result: { ...result, status: 'outOfRange' } })
    expect(from({ assessments: [stored(7, assessment)] })).toHaveLength(1)
  })

  it('takes nothing from what is unanswered or gives no score', () => {
    const open = assessmentOf({ answeredAt: null, result: null })
    const incomplete = assessmentOf({ result: { ...result, status: 'incomplete', scores: {}, bands: {} } })
    expect(from({ assessments: [stored(7, open), stored(8, incomplete)] })).toEqual([])
  })

  it('takes what was entered by hand from the beginning of its day, as it was corrected', () => {
    const first = paperScoreOf({ form: 'c-ssrs', scores: { ideation: 4, behaviour: 1 } })
    const second = paperScoreOf({
      form: 'c-ssrs',
      scores: { ideation: 2 },
      correction: { of: idOf(1), reason: '示例：看错了一行' },
    })
    const evidence = from({ paperScores: [stored(1, first), stored(2, second)] })
    expect(evidence).toEqual([
      {
        kind: 'score',
        id: idOf(2),
        instrument: 'c-ssrs',
        scale: 'ideation',
        value: 2,
        band: null,
        at: '2026-11-17T16:00:00.000Z',
      },
    ])
    expect(evidenceSchema.parse(evidence[0])).toEqual(evidence[0])
  })

  it('takes an alert as open from its answer, then as what was found when it was found', () => {
    const found = handledOf('confirmed', '2026-11-20T02:00:00.000Z')
    expect(from({ alerts: [stored(1, alertOf()), stored(2, alertOf({ handling: found }))] })).toEqual([
      {
        kind: 'criticalItem',
        id: idOf(1),
        instrument: 'phq-9',
        item: 'q9',
        finding: 'open',
        at: '2026-11-20T01:06:00.000Z',
      },
      {
        kind: 'criticalItem',
        id: idOf(2),
        instrument: 'phq-9',
        item: 'q9',
        finding: 'confirmed',
        at: '2026-11-20T02:00:00.000Z',
      },
    ])
  })

  it('takes a clue once it was looked into', () => {
    const clue = {
      clientId: idOf(1),
      assessmentId: null,
      source: '示例：邻居',
      told: '示例：几天没有出门',
      receivedBy: idOf(900),
      receivedAt: '2026-11-18T02:00:00.000Z',
      expires: '2026-12-18',
      outcome: null,
    }
    const outcome = { ...by, found: 'verified' as const, entry: '示例：走访核实' }
    expect(from({ clues: [stored(1, clue), stored(2, { ...clue, outcome })] })).toEqual([
      { kind: 'clue', id: idOf(2), finding: 'verified', at: by.at },
    ])
  })
})

describe('what was said when a client was asked', () => {
  const found = Object.fromEntries(
    crisisQuestions.map((question) => [question, { answer: 'no' as const, said: '' }]),
  ) as Record<(typeof crisisQuestions)[number], { answer: 'yes' | 'no' | 'unknown'; said: string }>
  const episodeWith = (...steps: Parameters<typeof stored>[1][]) =>
    stored(3, {
      clientId: idOf(1),
      openedBy: idOf(900),
      openedAt: '2026-11-20T01:10:00.000Z',
      from: { kind: 'alert' as const, alertId: idOf(2) },
      steps: steps as EvidenceRecords['episodes'][number]['value']['steps'],
    })
  const saidIn = (...steps: unknown[]) =>
    from({ episodes: [episodeWith(...steps)] }).map((one) => {
      expect(evidenceSchema.parse(one)).toEqual(one)
      return one.kind === 'interview' ? `${one.question} ${one.answer}` : one.kind
    })
  const followedUp = { kind: 'followedUp', ...by, afterHours: 24, note: '示例' }

  it.each([
    ['confirmed', ['ideation yes']],
    ['denied', ['ideation no']],
    ['notAsked', []],
  ])('in the first talk of an episode: %s', (asked, expected) => {
    expect(saidIn({ kind: 'interviewed', ...by, asked, said: '示例：谈过' })).toEqual(expected)
  })

  it('when it was gone into, question by question; what lies long ago is no recent attempt', () => {
    const yes = { answer: 'yes' as const, said: '示例' }
    const explored = {
      kind: 'explored',
      ...by,
      found: { ...found, ideation: yes, plan: { answer: 'unknown', said: '' }, history: yes },
    }
    expect(saidIn(explored)).toEqual(['ideation yes', 'plan unknown', 'intent no', 'attempt no'])
    expect(saidIn({ ...explored, found: { ...explored.found, recentAttempt: yes } })).toContain('attempt yes')
  })

  it.each([
    ['none', true, ['ideation no', 'plan no']],
    ['none', false, []],
    ['thoughts', true, ['ideation yes']],
    ['thoughts', false, ['ideation yes']],
    ['plan', true, ['ideation yes', 'plan yes']],
    ['notAsked', true, []],
  ])('when they were looked after again: %s, reached %s', (askedAgain, reached, expected) => {
    expect(saidIn({ ...followedUp, askedAgain, reached })).toEqual(expected)
    const followUp = {
      clientId: idOf(1),
      due: '2026-11-20',
      why: { kind: 'person' as const, note: '示例' },
      plannedBy: idOf(900),
      plannedAt: '2026-11-19T02:00:00.000Z',
      result: {
        doneBy: idOf(900),
        doneAt: by.at,
        mode: 'phone' as const,
        reached: reached ? ('reached' as const) : ('familyReached' as const),
        askedAgain: askedAgain as 'none' | 'thoughts' | 'plan' | 'notAsked',
        entry: '示例',
      },
      cancelled: null,
    }
    expect(from({ followUps: [stored(4, followUp)] })).toEqual(
      expected.map((said) => {
        const [question, answer] = said.split(' ')
        return { kind: 'interview', id: idOf(4), question, answer, at: by.at }
      }),
    )
    expect(from({ followUps: [stored(4, { ...followUp, result: null })] })).toEqual([])
  })

  it('nowhere else in an episode', () => {
    expect(saidIn({ kind: 'levelSet', ...by, level: 'today', because: '示例' })).toEqual([])
  })
})
