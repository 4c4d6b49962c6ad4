import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import shipped from '../../../resources/call-response-rules.json'
import { responseLevelSchema } from '../../../src/casework/crisis/response-level.ts'
import type { CallAnswers } from '../../../src/casework/hotline/call-answers.ts'
import {
  type LevelFields,
  levelInputs,
  levelSuggestion,
} from '../../../src/casework/hotline/call-level-suggestion.ts'
import {
  type LevelInputs,
  levelAnswerNames,
  levelAnswers,
  levelStrengths,
  meets,
  readCallResponseRules,
} from '../../../src/casework/hotline/call-response-rules.ts'
import type { DangerEnquiry } from '../../../src/casework/hotline/hotline-call.ts'
import { callRules } from '../call-records.ts'

const { response } = callRules
const conditions = response.rules.flatMap(({ when }) => when)
const inputNames = [...levelAnswerNames, ...levelStrengths]
type Name = (typeof inputNames)[number]

const allValues = (name: Name): (string | number | null)[] =>
  name === 'ideation' || name === 'hopelessness' || name === 'distress'
    ? [null, ...Array.from({ length: 101 }, (_, strength) => strength)]
    : [...levelAnswers[name]]

/** Values that meet the same conditions of the rules cannot be told apart by them: one of each sort stands for all. */
const sorts = (name: Name): (string | number | null)[] => {
  const bySort = new Map<string, string | number | null>()
  for (const value of allValues(name)) {
    const met = conditions.map((condition) => meets({ [name]: value }, condition)).join()
    // Danger is told apart value by value, whatever the rules say of it; of a plan and means, yes is.
    const own = name === 'danger' || value === 'yes' ? value : ''
    if (!bySort.has(`${met} ${own}`)) bySort.set(`${met} ${own}`, value)
  }
  return [...bySort.values()]
}

const danger = (answer: string): DangerEnquiry | null => {
  if (answer === 'open') return null
  if (answer === 'notAsked') return { asked: 'no', why: '示例：一直沉默' }
  return { asked: 'yes', answer } as DangerEnquiry
}
const callWith = (inputs: LevelInputs): LevelFields => ({
  danger: danger(inputs.danger),
  ideation: inputs.ideation,
  hopelessness: inputs.hopelessness,
  distress: inputs.distress,
  answers: Object.fromEntries(
    levelAnswerNames
      .filter((name) => name !== 'danger' && inputs[name] !== 'open')
      .map((name) => [name, { answer: inputs[name], said: '' }]),
  ) as CallAnswers,
})

function* combinations(names: readonly Name[], fixed: Partial<LevelInputs> = {}): Generator<LevelInputs> {
  const [name, ...rest] = names
  if (name === undefined) yield fixed as LevelInputs
  else for (const value of sorts(name)) yield* combinations(rest, { ...fixed, [name]: value })
}

describe('over all combinations of what a level may follow from', () => {
  const wrong: Record<string, LevelInputs[]> = { plan: [], silence: [], unnamed: [], danger: [] }
  let count = 0
  for (const inputs of combinations(inputNames)) {
    count += 1
    const { level, because } = levelSuggestion(callWith(inputs), response)
    const hasPlan = inputs.plan === 'yes' || inputs.danger === 'plan'
    if (hasPlan && inputs.means === 'yes' && level !== 'atOnce') wrong.plan?.push(inputs)
    if (['open', 'notAsked'].includes(inputs.danger) && level === 'planned') wrong.silence?.push(inputs)
    if (['thoughts', 'plan', 'acting'].includes(inputs.danger) && level === 'planned')
      wrong.danger?.push(inputs)
    const named = because.every(
      ({ answers }) => answers.length > 0 && answers.every(({ of, said }) => said === (inputs[of] ?? 0)),
    )
    if (because.length === 0 || !named) wrong.unnamed?.push(inputs)
  }
  it('are many', () => expect(count).toBeGreaterThan(10_000))
  it('none with a plan and means suggests less than at once', () => expect(wrong.plan).toEqual([]))
  it('silence about danger never suggests the lowest level', () => expect(wrong.silence).toEqual([]))
  it('danger that was told of never suggests the lowest level', () => expect(wrong.danger).toEqual([]))
  it('each suggestion names the answers it follows from', () => expect(wrong.unnamed).toEqual([]))
})

const strength = fc.option(fc.integer({ min: 0, max: 100 }))
const anyInputs: fc.Arbitrary<LevelInputs> = fc.record({
  danger: fc.constantFrom(...levelAnswers.danger),
  plan: fc.constantFrom(...levelAnswers.plan),
  means: fc.constantFrom(...levelAnswers.means),
  timeFrame: fc.constantFrom(...levelAnswers.timeFrame),
  history: fc.constantFrom(...levelAnswers.history),
  alone: fc.constantFrom(...levelAnswers.alone),
  intoxication: fc.constantFrom(...levelAnswers.intoxication),
  urging: fc.constantFrom(...levelAnswers.urging),
  harmSuspected: fc.constantFrom(...levelAnswers.harmSuspected),
  ideation: strength,
  hopelessness: strength,
  distress: strength,
})

describe('a suggestion', () => {
  it('reads from a call what was said, whatever it was', () => {
    fc.assert(
      fc.property(anyInputs, (inputs) => {
        expect(levelInputs(callWith(inputs))).toEqual(inputs)
      }),
    )
  })

  it('never falls when danger that was not asked about is told of', () => {
    const order = responseLevelSchema.options
    fc.assert(
      fc.property(anyInputs, (inputs) => {
        const at = (told: string) =>
          order.indexOf(levelSuggestion(callWith({ ...inputs, danger: told }), response).level)
        expect(at('thoughts')).toBeLessThanOrEqual(at('notAsked'))
        expect(at('plan')).toBeLessThanOrEqual(at('thoughts'))
        expect(at('acting')).toBeLessThanOrEqual(at('plan'))
      }),
    )
  })

  it('says by which rules, and why', () => {
    const inputs = { danger: { asked: 'yes', answer: 'thoughts' }, ideation: 40, hopelessness: null } as const
    expect(levelSuggestion(inputs, response)).toMatchObject({
      level: 'today',
      because: [
        { rule: 'thoughts', answers: [{ of: 'danger', said: 'thoughts' }] },
        { rule: 'ideation', answers: [{ of: 'ideation', said: 40 }] },
      ],
      rules: { id: 'anxin-proposed', version: '2026-1' },
    })
  })
})

describe('rules that suggest too little are not read', () => {
  const faultOf = (rules: unknown) => {
    const read = readCallResponseRules({ ...shipped, rules })
    return read.ok ? 'READ' : read.refusal.detail?.fault
  }
  const without = (...ids: string[]) => shipped.rules.filter(({ id }) => !ids.includes(id))
  it.each([
    ['plan-and-means', 'plan', 'FLOOR_MISSING'],
    ['acting', '', 'FLOOR_MISSING'],
    ['not-asked', '', 'FLOOR_MISSING'],
    ['no-danger-told', '', 'FLOOR_MISSING'],
    ['distress-strong', '', 'READ'],
  ])('without %s', (id, more, fault) => expect(faultOf(without(id, more))).toBe(fault))

  it('or an answer nobody can give', () => {
    const [first, ...rest] = shipped.rules
    const when = [{ answer: 'plan', is: ['maybe'] }]
    expect(faultOf([{ ...first, when }, ...rest])).not.toBe('READ')
    expect(faultOf(shipped.rules)).toBe('READ')
  })
})
