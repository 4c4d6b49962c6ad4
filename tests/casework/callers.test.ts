import { describe, expect, it } from 'vitest'
import { type Caller, callerKind } from '../../src/casework/callers/caller.ts'
import {
  type CallerNumber,
  callerNumberKind,
  callerNumberSchema,
  plainNumber,
} from '../../src/casework/callers/caller-number.ts'
import {
  numberToLookUp,
  type Showing,
  showingBlocks,
  showNumber,
  takeBackNumber,
  takeNumber,
} from '../../src/casework/callers/caller-number-blocks.ts'
import {
  callerPattern,
  callersCalled,
  frequentSince,
  withCall,
} from '../../src/casework/callers/caller-pattern.ts'
import {
  type CallerPlanDraft,
  callerPlanInForce,
  isReviewDue,
  nextCallerPlan,
} from '../../src/casework/callers/caller-plan.ts'
import { type HotlineCall, hotlineCallKind } from '../../src/casework/hotline/hotline-call.ts'
import { checkChange } from '../../src/casework/records/check-change.ts'
import { atHour, lineOf, night } from './hotline-records.ts'
import { callOf, idOf, stored } from './records.ts'

const worker = ['hotline' as const]
const codes = (blocks: readonly { code: string }[]) => blocks.map(({ code }) => code)
const callerOf = (more: Partial<Caller> = {}): Caller => ({
  alias: '示例 小雨',
  word: '',
  agreedAt: atHour(0),
  recordedBy: night,
  calls: [],
  forgotten: null,
  ...more,
})

describe('a number', () => {
  it.each([
    ['０10-5555 0001', '01055550001'],
    ['+86 139 0000 0001', '13900000001'],
    ['008613900000001', '13900000001'],
    ['+44 20 7946 0000', '+442079460000'],
    ['120', '120'],
    ['示例', null],
    ['', null],
  ])('%s is kept as %s', (typed, kept) => expect(plainNumber(typed)).toBe(kept))

  const agreed = { callId: idOf(1), callBack: true, recognise: true, takenBy: night, takenAt: atHour(0) }
  const numberOf = (more: Partial<CallerNumber> = {}): CallerNumber =>
    callerNumberSchema.parse({ ...agreed, number: '13900000001', shown: [], withdrawn: null, ...more })
  const showing = (more: Partial<Showing> = {}): Showing => ({
    by: night,
    at: atHour(1),
    use: 'callBack',
    callsBack: true,
    roles: worker,
    ...more,
  })

  it('stands in no field of the call, and in a record of its own', () => {
    expect(
      Object.keys(callOf() satisfies HotlineCall).filter((field) => /number|phone/i.test(field)),
    ).toEqual([])
    expect(callerNumberKind.table).not.toBe(hotlineCallKind.table)
    expect(takeNumber('139 0000 0001', agreed)).toEqual({ ok: true, value: numberOf() })
    expect(takeNumber('示例', agreed)).toMatchObject({ refusal: { code: 'NOT_A_NUMBER' } })
  })
  it('is found only of callers who agreed to be known by it', () => {
    const found = callerNumberKind.indexes?.number
    expect(found?.(numberOf())).toBe('13900000001')
    expect(found?.(numberOf({ recognise: false }))).toBeNull()
    expect(found?.(takeBackNumber(numberOf(), { by: night, at: atHour(1) }))).toBeNull()
  })
  it('is looked up only when who calls now agrees', () => {
    expect(numberToLookUp('139 0000 0001', { consent: true, roles: worker })).toEqual({
      ok: true,
      value: '13900000001',
    })
    expect(numberToLookUp('139 0000 0001', { consent: false, roles: worker })).toMatchObject({
      refusal: { code: 'CALLER_CONSENT_NEEDED' },
    })
    expect(numberToLookUp('139 0000 0001', { consent: true, roles: ['administrator'] })).toMatchObject({
      ok: false,
    })
  })
  it.each<[string, Partial<CallerNumber>, Partial<Showing>, string[]]>([
    ['who calls back', {}, {}, []],
    ['nobody else', {}, { callsBack: false }, ['NOT_WHO_CALLS_BACK']],
    ['nobody when the caller did not agree', { callBack: false }, {}, ['CALLER_CONSENT_NEEDED']],
    ['whoever saves a life', { callBack: false }, { use: 'savingLife', callsBack: false }, []],
    ['nobody without the key', {}, { roles: ['administrator'] }, ['HOTLINE_ROLE_NEEDED']],
  ])('is shown to %s', (_, record, more, expected) =>
    expect(codes(showingBlocks(numberOf(record), showing(more)))).toEqual(expected),
  )
  it('says to whom it was shown, and is gone when the caller takes it back', () => {
    const shown = showNumber(numberOf(), showing())
    expect(shown).toMatchObject({ value: { shown: [{ by: night, at: atHour(1), use: 'callBack' }] } })
    if (!shown.ok) return
    expect(checkChange(callerNumberKind, numberOf(), shown.value)).toMatchObject({ ok: true })
    expect(checkChange(callerNumberKind, shown.value, numberOf())).toMatchObject({ refusal: { at: 'shown' } })
    const gone = takeBackNumber(shown.value, { by: night, at: atHour(2) })
    expect(callerNumberSchema.safeParse(gone).success).toBe(true)
    expect(JSON.stringify(gone)).not.toContain('139')
    expect(codes(showingBlocks(gone, showing({ use: 'savingLife' })))).toEqual(['NUMBER_TAKEN_BACK'])
    expect(checkChange(callerNumberKind, gone, numberOf())).toMatchObject({ ok: false })
  })
})

describe('a caller who comes back', () => {
  it('is found by the alias however it is written, and by the word first', () => {
    const one = stored(1, callerOf())
    const other = stored(2, callerOf({ alias: '示例小雨', word: '示例 山茶' }))
    expect(callersCalled('示例·小雨', '', [one, other])).toEqual([one, other])
    expect(callersCalled('示例小雨', '示例山茶', [one, other])).toEqual([other, one])
    expect(callersCalled('  ', '', [one, other])).toEqual([])
    const index = callerKind.indexes?.alias
    expect(index?.(one.value)).toBe(index?.(other.value))
  })
  it('is found no more once they want to be unknown', () => {
    const gone = callerOf({ forgotten: { by: night, at: atHour(1) } })
    expect(callersCalled('示例小雨', '', [stored(1, gone)])).toEqual([])
    expect(callerKind.indexes?.alias?.(gone)).toBeNull()
    expect(withCall(gone, { callId: idOf(3), by: night, at: atHour(1), known: 'alias' })).toBe(gone)
  })
  it('has a call once', () => {
    const call = { callId: idOf(3), by: night, at: atHour(1), known: 'alias' as const }
    const with1 = withCall(callerOf(), call)
    expect(with1.calls).toEqual([call])
    expect(withCall(with1, { ...call, by: idOf(9) })).toBe(with1)
  })
})

describe('the pattern of earlier calls', () => {
  const due = (at: string, doneAt: string | null = null) => ({ due: at, onTimeUntil: at, doneAt })
  const lines = [
    lineOf({
      id: idOf(3),
      number: 'R2026-0003',
      startedAt: atHour(30),
      type: 'suicideRisk',
      level: 'today',
      followUps: [due(atHour(50)), due(atHour(40))],
    }),
    lineOf({
      id: idOf(1),
      startedAt: atHour(-2000),
      level: 'atOnce',
      isHighRisk: true,
      followUps: [due(atHour(-1900), atHour(-1900))],
    }),
    lineOf({ id: idOf(2), startedAt: atHour(10) }),
    lineOf({ id: idOf(4), startedAt: atHour(60) }),
  ]
  it('is one line', () =>
    expect(callerPattern(lines, atHour(60), idOf(4))).toEqual({
      calls: 3,
      lately: 2,
      last: { callId: idOf(3), number: 'R2026-0003', at: atHour(30) },
      types: [
        { type: 'general', calls: 2 },
        { type: 'suicideRisk', calls: 1 },
      ],
      levels: [
        { level: 'atOnce', calls: 1 },
        { level: 'today', calls: 1 },
        { level: 'planned', calls: 1 },
      ],
      highRisk: 1,
      agreed: { callId: idOf(3), due: atHour(40) },
    }))
  it('is none before there was another call', () => {
    expect(callerPattern([], atHour(1))).toBeNull()
    expect(callerPattern([lineOf({ id: idOf(4) })], atHour(60), idOf(4))).toBeNull()
  })
  it('asks for a plan from five calls within a week on', () => {
    const calls = (...hours: number[]) => hours.map((hour) => lineOf({ startedAt: atHour(hour) }))
    expect(frequentSince(calls(0, 1, 2, 3))).toBeNull()
    expect(frequentSince(calls(0, 1, 2, 167, 3))).toBe('2026-11-29')
    expect(frequentSince(calls(0, 1, 2, 3, 168))).toBeNull()
  })
})

describe('a plan for somebody who calls often', () => {
  const draft: CallerPlanDraft = {
    from: 0,
    reviewBy: '2026-12-20',
    need: '示例：晚上太静',
    helps: '示例：下棋',
    approach: '示例：每次先问今天有什么不同',
    agreement: '示例：每次半小时',
    minutes: 30,
    callsADay: 1,
    agreedWithCaller: true,
    ended: false,
  }
  const made = { callerId: idOf(1), madeBy: night, madeAt: atHour(0) }
  const next = (more: Partial<CallerPlanDraft>, ...plans: Parameters<typeof callerPlanInForce>[0]) =>
    nextCallerPlan({ ...draft, ...more }, plans, made)
  const first = next({})
  if (!first.ok) throw new Error('no plan')
  const plan = stored(1, first.value)

  it('is versioned, and the newest holds until it ended', () => {
    expect(plan.value.version).toBe(1)
    expect(next({ from: 1 }, plan)).toMatchObject({ value: { version: 2 } })
    const second = stored(2, { ...plan.value, version: 2 })
    expect(callerPlanInForce([second, plan])).toBe(second)
    expect(callerPlanInForce([])).toBeNull()
    expect(callerPlanInForce([plan, stored(2, { ...second.value, ended: true })])).toBeNull()
    // After an end it begins where it stopped.
    expect(next({ from: 2 }, plan, second)).toMatchObject({ value: { version: 3 } })
  })
  it.each<[string, Partial<CallerPlanDraft>, string]>([
    ['begun from another version', { from: 2 }, 'CALLER_PLAN_CHANGED'],
    ['to be looked at again today', { reviewBy: '2026-11-22' }, 'REVIEW_NOT_AHEAD'],
    ['that does not say how to answer', { approach: '' }, 'CALLER_PLAN_INCOMPLETE'],
  ])('is not one %s', (_, more, code) => expect(next(more)).toMatchObject({ refusal: { code } }))
  it('is due for review on its day', () => {
    expect(isReviewDue(plan.value, '2026-12-19')).toBe(false)
    expect(isReviewDue(plan.value, '2026-12-20')).toBe(true)
  })
})
