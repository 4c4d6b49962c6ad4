import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { callAnswersSchema } from '../../src/casework/hotline/call-answers.ts'
import { callLineOf } from '../../src/casework/hotline/call-line.ts'
import {
  type CallAction,
  type HotlineCall,
  hotlineCallKind,
  hotlineCallSchema,
} from '../../src/casework/hotline/hotline-call.ts'
import {
  type PracticeCall,
  practiceCallKind,
  practiceCallSchema,
} from '../../src/casework/practice/practice-call.ts'
import { practiceFeedback } from '../../src/casework/practice/practice-feedback.ts'
import {
  type PracticeCheck,
  type PracticeScenario,
  practiceTopics,
  readPracticeScenarios,
} from '../../src/casework/practice/practice-scenario.ts'
import { callRules } from './call-records.ts'
import { atHour } from './hotline-records.ts'
import { callOf, idOf } from './records.ts'

const shipped: unknown = JSON.parse(
  readFileSync(new URL('../../resources/practice-calls.json', import.meta.url), 'utf8'),
)
const read = readPracticeScenarios(shipped)
if (!read.ok) throw new Error(`practice calls: ${read.refusal.at}`)
const { scenarios } = read.value
const named = scenarios.map((scenario): [string, PracticeScenario] => [scenario.id, scenario])

const blank = callOf({
  danger: null,
  responseLevel: null,
  disposition: null,
  callType: 'general',
  callerRole: 'unknown',
})
const languages = ['zh-CN', 'en'] as const
const action = (kind: CallAction['kind'], state: CallAction['state']): CallAction => ({
  kind,
  state,
  at: atHour(1),
  note: '',
})

/** The record with what one check asks for. */
function withCheck(
  call: HotlineCall,
  check: PracticeCheck,
  language: (typeof languages)[number],
): HotlineCall {
  switch (check.kind) {
    case 'callType':
      return { ...call, callType: check.oneOf[0] ?? 'general' }
    case 'specialKind':
      return { ...call, callType: 'special', specialKind: check.is }
    case 'callerRole':
      return { ...call, callerRole: check.is }
    case 'danger': {
      const [answer = 'none'] = check.oneOf
      return {
        ...call,
        danger: answer === 'notAsked' ? { asked: 'no', why: '示例：没有回答' } : { asked: 'yes', answer },
      }
    }
    case 'strength':
      return { ...call, [check.of]: check.from }
    case 'answer': {
      const answers = { ...call.answers, [check.question]: { answer: check.oneOf[0], said: '' } }
      return { ...call, answers: callAnswersSchema.parse(answers) }
    }
    case 'level':
      return { ...call, responseLevel: check.atLeast }
    case 'action':
      return { ...call, actions: [...call.actions, action(check.what, check.least)] }
    case 'disposition':
      return { ...call, disposition: check.oneOf[0] ?? 'other' }
    case 'followUp':
      return { ...call, followUpDue: atHour(24) }
    case 'tells':
      return { ...call, concern: `${call.concern} ${check.words[language][0]}` }
    case 'avoids':
      return call
  }
}
const goodRecord = ({ record }: PracticeScenario, language: (typeof languages)[number]): HotlineCall =>
  record.reduce((call, { check }) => withCheck(call, check, language), blank)
const marks = (scenario: PracticeScenario, call: HotlineCall) =>
  practiceFeedback(scenario, call).map(({ mark }) => mark)

it('there are ten, one for each kind of call', () => {
  expect(scenarios.map(({ id }) => id)).toEqual([...practiceTopics])
  expect(practiceTopics).toHaveLength(10)
})

it('gives feedback by points of the competence checklist', () => {
  const points = new Set(callRules.competences.points.map(({ id }) => id))
  for (const { record } of scenarios) for (const { point } of record) expect([...points]).toContain(point)
})

it('files that are none are refused, with where', () => {
  const [first] = scenarios
  expect(readPracticeScenarios({ ...read.value, scenarios: [first, first] })).toMatchObject({
    refusal: { code: 'PRACTICE_CALLS_INVALID', at: 'scenarios' },
  })
  const unknown = {
    point: 'means',
    check: { kind: 'answer', question: 'means', oneOf: ['perhaps'] },
    hint: first?.aim,
  }
  const record = [...(first?.record ?? []), unknown]
  expect(readPracticeScenarios({ ...read.value, scenarios: [{ ...first, record }] })).toMatchObject({
    refusal: { at: `scenarios.0.record.${record.length - 1}.check` },
  })
  expect(readPracticeScenarios({ ...read.value, scenarios: [{ ...first, turns: [] }] })).toMatchObject({
    refusal: { at: 'scenarios.0.turns' },
  })
})

describe.each(named)('%s', (_, scenario) => {
  it.each(languages)('a record that holds all of it meets every point in %s', (language) => {
    const call = goodRecord(scenario, language)
    expect(hotlineCallSchema.safeParse(call).success).toBe(true)
    expect(
      practiceFeedback(scenario, call).flatMap(({ findings }) => findings.filter(({ isMet }) => !isMet)),
    ).toEqual([])
    expect(new Set(marks(scenario, call))).toEqual(new Set(['met']))
  })
  it('an empty record meets only what is about words that are not there', () => {
    for (const { findings } of practiceFeedback(scenario, blank))
      for (const { check, isMet } of findings)
        if (!['avoids', 'callType', 'callerRole'].includes(check.kind))
          expect([check, isMet]).toEqual([check, false])
  })
  it('asks about danger, for the level, and says who somebody is nowhere', () => {
    const kinds = scenario.record.map(({ check }) => check.kind)
    expect(kinds).toContain('danger')
    expect(kinds).toContain('level')
    expect(kinds).toContain('avoids')
    const said = scenario.turns.map(({ text }) => `${text['zh-CN']} ${text.en}`).join(' ')
    // Obviously synthetic, and no number that could be somebody's.
    if (scenario.id !== 'silent' && scenario.id !== 'harassing') expect(said).toMatch(/示例.*Example/)
    expect(said).not.toMatch(/\d{5,}/)
  })
  it('has the worker ask about danger directly', () => {
    const asks = scenario.turns.filter(
      ({ by, text }) =>
        by === 'worker' && /不想活|结束自己|想死|想过死|死了算|跟着孩子去|伤害自己/.test(text['zh-CN']),
    )
    expect(asks).not.toEqual([])
  })
})

describe('feedback', () => {
  const [, risk] = scenarios
  if (risk === undefined) throw new Error('no second call')
  const good = goodRecord(risk, 'zh-CN')
  const of = (call: HotlineCall, point: string) =>
    practiceFeedback(risk, call).find((one) => one.point === point)

  it('finds an action that was only intended, and one that nobody verified', () => {
    const actions = good.actions.map((one) =>
      one.kind === 'ambulance120' ? { ...one, state: 'intended' as const } : one,
    )
    expect(of({ ...good, actions }, 'escalation')?.mark).toBe('partly')
    const [general] = scenarios
    if (general === undefined) throw new Error('no first call')
    const told = goodRecord(general, 'zh-CN')
    const verified = { ...told, actions: [action('referred', 'verified')] }
    expect(practiceFeedback(general, verified).find(({ point }) => point === 'doneOrIntended')?.mark).toBe(
      'notMet',
    )
  })
  it('finds a label wherever it was written', () => {
    expect(of({ ...good, concern: `${good.concern} 想博关注` }, 'respect')?.mark).toBe('notMet')
    expect(
      of({ ...good, actions: [...good.actions, { ...action('other', 'done'), note: '疯子' }] }, 'respect')
        ?.mark,
    ).toBe('notMet')
  })
  it('does not take a code for something that was written', () => {
    const codes = { ...blank, alias: '药 示例村 一个人', specialKind: null }
    expect(of(codes, 'whereAlone')?.mark).toBe('notMet')
  })
  it('a level that is too low is found, one that is higher is not', () => {
    const found = (call: HotlineCall) =>
      practiceFeedback(risk, call).flatMap(({ findings }) =>
        findings.flatMap(({ check, isMet }) => (check.kind === 'level' ? [isMet] : [])),
      )
    expect(found({ ...good, responseLevel: 'today' })).toEqual([false])
    const [general] = named
    expect(
      marks(general?.[1] ?? risk, { ...goodRecord(general?.[1] ?? risk, 'en'), responseLevel: 'atOnce' }),
    ).not.toContain('notMet')
  })
})

describe('a practice call', () => {
  const practice: PracticeCall = {
    scenario: 'suicideRisk',
    version: '2026-1',
    trainee: idOf(900),
    record: callOf(),
  }
  it('is no hotline call, and a hotline call is none', () => {
    expect(practiceCallSchema.safeParse(practice).success).toBe(true)
    expect(hotlineCallSchema.safeParse(practice).success).toBe(false)
    expect(practiceCallSchema.safeParse(callOf()).success).toBe(false)
    expect(
      practiceCallSchema.safeParse({ ...practice, record: callOf({ number: 'R2026-0001' }) }).success,
    ).toBe(false)
    expect(practiceCallKind.table).not.toBe(hotlineCallKind.table)
  })
  it('cannot be read as a line of a list, which boards, search, hand-overs and facts are made of', () => {
    // @ts-expect-error a practice call is no hotline call
    expect(() => callLineOf({ id: idOf(1), revision: 1, value: practice })).toThrow()
  })
  it('stays as it was once it ended', () => {
    expect(practiceCallKind.changeable?.(practice)).toEqual(['record'])
    expect(practiceCallKind.changeable?.({ ...practice, record: callOf({ endedAt: atHour(1) }) })).toEqual([])
  })
})
