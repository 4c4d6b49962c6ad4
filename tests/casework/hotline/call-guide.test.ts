import { describe, expect, it } from 'vitest'
import shippedCompetences from '../../../resources/call-competences.json'
import shippedGuide from '../../../resources/call-guide.json'
import shippedDial from '../../../resources/quick-dial.json'
import { readCallCompetences } from '../../../src/casework/hotline/call-competences.ts'
import { readCallGuide } from '../../../src/casework/hotline/call-guide.ts'
import { checklistName, pointsShown, reviewBlocks } from '../../../src/casework/hotline/call-review.ts'
import { nationalNumbers, readQuickDial } from '../../../src/casework/hotline/quick-dial.ts'
import { rescueCard, rescueTopics } from '../../../src/casework/hotline/rescue-card.ts'
import { goneTo, sixSteps, talkBegins, ticked } from '../../../src/casework/hotline/six-steps.ts'
import { codeOf, given } from '../../support/outcome.ts'
import { callRules, callStep, fullAnswers, quietCallOf, riskCallOf } from '../call-records.ts'
import { codesOf } from '../course-records.ts'

describe('the words beside a call', () => {
  const guide = given(readCallGuide(shippedGuide))
  const said = guide.moments.flatMap(({ say }) => say)
  it('are there for every step and for hard moments, each only once', () => {
    expect(guide.moments.length).toBeGreaterThanOrEqual(10)
    expect(new Set(said.map((one) => one['zh-CN'])).size).toBe(said.length)
  })
  it('are short enough to say', () => {
    for (const one of [...said, ...Object.values(guide.opening)]) {
      expect(one['zh-CN'].length, one['zh-CN']).toBeLessThanOrEqual(70)
      expect(one.en.split(' ').length, one.en).toBeLessThanOrEqual(40)
    }
  })
  it('name no diagnosis, ask for no pledge and call nobody names', () => {
    const spoken = JSON.stringify(said)
    for (const word of [
      '抑郁症',
      '精神病',
      '神经病',
      '异常',
      '保证不',
      '想开点',
      '危险分子',
      'disorder',
      'crazy',
      'promise me',
    ])
      expect(spoken).not.toContain(word)
  })
  it('are not read without an opening that says where confidentiality ends', () => {
    const { limits: _, ...opening } = shippedGuide.opening
    expect(codeOf(readCallGuide({ ...shippedGuide, opening }))).toBe('CALL_GUIDE_INVALID')
  })
})

describe('the six steps', () => {
  it('remember where the talk is, there and back', () => {
    const safe = ticked(goneTo(talkBegins, 'safety'), 'safety')
    expect(safe).toEqual({ at: 'problem', covered: ['safety'] })
    const first = ticked(safe, 'problem')
    expect(first).toEqual({ at: 'support', covered: ['problem', 'safety'] })
    expect(goneTo(first, 'safety')).toEqual({ at: 'safety', covered: ['problem', 'safety'] })
    expect(ticked(first, 'safety')).toEqual({ at: 'support', covered: ['problem'] })
    const through = sixSteps.reduce(ticked, talkBegins)
    expect(through).toEqual({ at: 'commitment', covered: [...sixSteps] })
  })
})

describe('the numbers to dial', () => {
  it('are the national ones to begin with', () =>
    expect(
      given(readQuickDial(shippedDial))
        .numbers.map(({ number }) => number)
        .toSorted(),
    ).toEqual([...nationalNumbers].toSorted()))
  it('can be added to, and none of those taken away', () => {
    const local = { number: '0351-1234567', label: { 'zh-CN': '示例镇卫生院', en: 'Township clinic' } }
    const { numbers } = shippedDial
    expect(readQuickDial({ ...shippedDial, numbers: [...numbers, local] }).ok).toBe(true)
    expect(readQuickDial({ ...shippedDial, numbers: [...numbers.slice(1), local] })).toMatchObject({
      refusal: { code: 'NATIONAL_NUMBER_GONE', at: numbers[0]?.number },
    })
    expect(codeOf(readQuickDial({ ...shippedDial, numbers: [...numbers, local, local] }))).toBe(
      'QUICK_DIAL_INVALID',
    )
  })
})

describe('the rescue card', () => {
  it('has every topic, and what nobody knows is said to be unknown', () => {
    const nothing = rescueCard(quietCallOf({ danger: null, answers: {} }), null)
    expect(nothing.map(({ topic }) => topic)).toEqual([...rescueTopics])
    expect(nothing.every(({ state }) => state === 'unknown')).toBe(true)
  })
  it('says what is known, and tells asked from not asked', () => {
    const card = rescueCard(
      riskCallOf({ steps: [callStep('acted', 0, { state: 'intended' })] }),
      '13900000000',
    )
    const line = (topic: (typeof rescueTopics)[number]) => card.find((one) => one.topic === topic)
    expect(line('place')).toMatchObject({ state: 'known', answer: 'known', said: '示例镇示例路 1 号' })
    expect(line('intoxication')).toEqual({ topic: 'intoxication', state: 'unknown', asked: true })
    expect(line('person')).toEqual({ topic: 'person', state: 'unknown', asked: false })
    expect(line('number')).toMatchObject({ answer: '13900000000' })
    // What is meant to be done is not read out as done.
    expect(line('done')).toMatchObject({ actions: [{ what: 'stayedOnLine', state: 'intended' }] })
  })
  it.each([
    [{ answer: 'known', said: '' }, '', undefined],
    [{ answer: 'known', said: '' }, '示例镇', 'partly'],
    [{ answer: 'unknown', said: '示例：不肯说' }, '', undefined],
    [{ answer: 'partly', said: '示例：河边' }, '示例镇', 'partly'],
  ] as const)('knows a place only by where it is: %o, %s', (place, area, answer) => {
    const [first] = rescueCard(riskCallOf({ area, answers: { ...fullAnswers, place } }), null)
    expect(first).toMatchObject(
      answer === undefined ? { state: 'unknown', asked: true } : { state: 'known', answer },
    )
  })
})

describe('looking at a call by its competences', () => {
  const { competences } = callRules
  const points = competences.points.map(({ id: point }) => ({ point, mark: 'met' as const, note: '' }))
  it('shows what the record tells by itself, and asks of danger only where there is some', () => {
    const shown = Object.fromEntries(
      pointsShown(riskCallOf(), competences).map(({ point, shown }) => [point, shown]),
    )
    expect(shown).toMatchObject({ dangerAsked: true, means: false, verified: false, respect: null })
    expect(pointsShown(quietCallOf(), competences).map(({ point }) => point)).not.toContain('means')
  })
  it('marks every point once, with a word to what was not met', () => {
    const checklist = checklistName(competences)
    const codes = (some: Parameters<typeof reviewBlocks>[0]['points'], by = checklist) =>
      codesOf(reviewBlocks({ checklist: by, points: some }, competences))
    expect(codes(points)).toEqual([])
    expect(codes(points.slice(1))).toEqual(['REVIEW_POINTS'])
    expect(codes(points, 'another 1')).toEqual(['REVIEW_POINTS'])
    expect(codes(points.map((one, place) => (place === 0 ? { ...one, mark: 'notMet' } : one)))).toEqual([
      'REVIEW_NOTE_NEEDED',
    ])
  })
  it('is not read with a point twice', () => {
    const [first] = shippedCompetences.points
    const twice = { ...shippedCompetences, points: [...shippedCompetences.points, first] }
    expect(codeOf(readCallCompetences(twice))).toBe('CALL_COMPETENCES_INVALID')
  })
})
