import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readQuestionnaireFolder } from '../../src/host/read-questionnaires.ts'
import type { Instrument } from '../../src/instruments/instrument.ts'
import type { Scale } from '../../src/instruments/scale.ts'
import type { About, Answers } from '../../src/instruments/vectors.ts'
import { createScorer } from '../../src/scoring/score.ts'

// Every instrument read a second time, as slowly and plainly as its file can be read, and without anything of src/scoring.

type Person = Required<Pick<About, 'sex' | 'age'>>
interface Restricted {
  sex: 'female' | 'male' | null
  ages: { min?: number; max?: number } | null
}

const everyAge = Array.from({ length: 131 }, (_, age) => age)
/** Everybody somebody may be of whom this is known. */
const everybody = ({ sex, age }: About): Person[] =>
  (sex === undefined ? (['female', 'male'] as const) : [sex]).flatMap((one) =>
    (age === undefined ? everyAge : [age]).map((years) => ({ sex: one, age: years })),
  )
const isMeant = ({ sex, ages }: Restricted, person: Person): boolean =>
  (sex === null || sex === person.sex) &&
  (ages === null || (person.age >= (ages.min ?? 0) && person.age <= (ages.max ?? 130)))

const valuesOf = ({ items, codings }: Instrument, item: string): number[] =>
  codings[items.find(({ id }) => id === item)?.coding ?? '']?.map(({ value }) => value) ?? []

const isSkipped = (instrument: Instrument, answers: Answers, item: string): boolean =>
  instrument.skips.some(
    ({ items, askedIfAny, atLeast, atMost }) =>
      items.includes(item) &&
      askedIfAny.every((gate) => {
        const answer = answers[gate]
        if (answer === undefined) return isSkipped(instrument, answers, gate)
        return answer < atLeast || answer > (atMost ?? Number.POSITIVE_INFINITY)
      }),
  )

const points = (instrument: Instrument, scale: Scale, item: string, answer: number): number => {
  if (scale.kind === 'count') return scale.values.includes(answer) ? 1 : 0
  if (scale.kind === 'weighted') return answer * (scale.weights[item] ?? Number.NaN)
  if (!('reverse' in scale) || !scale.reverse.includes(item)) return answer
  const inOrder = valuesOf(instrument, item).toSorted((a, b) => a - b)
  return (inOrder[0] ?? 0) + (inOrder.at(-1) ?? 0) - answer
}

/** The score of a form without a blank that counts otherwise than 0. */
const plainScore = (instrument: Instrument, scale: Scale, answers: Answers, notAsked: string[]): number => {
  if (scale.kind === 'criteria')
    return scale.all.every(({ scale: id, atLeast }) => {
      const looked = instrument.scales.find((one) => one.id === id)
      return looked !== undefined && plainScore(instrument, looked, answers, notAsked) >= atLeast
    })
      ? 1
      : 0
  const asked = scale.items.filter((item) => !notAsked.includes(item))
  const sum = asked.reduce((total, item) => total + points(instrument, scale, item, answers[item] ?? 0), 0)
  if (scale.kind === 'lookup') return scale.table.find((row) => row.sum === sum)?.score ?? Number.NaN
  if (scale.kind === 'mean') return (sum / asked.length) * scale.factor
  return 'factor' in scale ? sum * scale.factor : sum
}

const questionnaires = fileURLToPath(new URL('../../questionnaires', import.meta.url))
const shelf = await Promise.all(
  readdirSync(questionnaires).map(async (id) => {
    const read = await readQuestionnaireFolder(join(questionnaires, id))
    if (!read.ok) throw new Error(JSON.stringify(read.refusal))
    return read.value.instrument
  }),
)

const about = fc.record(
  { sex: fc.constantFrom('female' as const, 'male' as const), age: fc.integer({ min: 0, max: 130 }) },
  { requiredKeys: [] },
)
/** Most questions answered; sometimes all, sometimes hardly any. */
const answersTo = (instrument: Instrument): fc.Arbitrary<Answers> =>
  fc
    .constantFrom(1, 1, 0.95, 0.5)
    .chain((share) =>
      fc
        .tuple(
          ...instrument.items.map(({ id }) =>
            fc.tuple(
              fc.constantFrom(...valuesOf(instrument, id)),
              fc.double({ min: 0, max: 1, noNaN: true }),
            ),
          ),
        )
        .map((drawn) =>
          Object.fromEntries(
            drawn.flatMap(([value, luck], at) =>
              luck <= share ? [[instrument.items[at]?.id ?? '', value] as const] : [],
            ),
          ),
        ),
    )

describe.each(shelf.map((instrument) => [instrument.id, instrument] as const))('%s', (_, instrument) => {
  const score = createScorer(instrument)
  const { missing: rule, ages } = instrument

  it('comes out as a second reading of its file', () => {
    fc.assert(
      fc.property(answersTo(instrument), about, (answers, who) => {
        const result = score(answers, who)
        const people = everybody(who)
        const notAsked = instrument.notFor
          .filter((one) => people.every((person) => isMeant(one, person)))
          .flatMap(({ items }) => items)
        const blank = instrument.items
          .filter(({ required }) => required)
          .map(({ id }) => id)
          .filter(
            (id) =>
              answers[id] === undefined && !notAsked.includes(id) && !isSkipped(instrument, answers, id),
          )
        expect(result.missing).toEqual(blank)
        expect(result.critical).toEqual(
          instrument.criticalItems.flatMap(({ item, values }) => {
            const value = answers[item]
            return value !== undefined && values.includes(value) ? [{ item, value }] : []
          }),
        )

        if (blank.length > (rule.rule === 'countZero' ? rule.atMost : 0)) {
          expect(result.status).toBe(rule.rule === 'countZero' ? 'invalid' : 'incomplete')
          expect([result.scores, result.bands, result.reached, result.notes]).toEqual([{}, {}, {}, []])
          return
        }
        const tooYoung = who.age !== undefined && ages.min !== undefined && who.age < ages.min
        const tooOld = who.age !== undefined && ages.max !== undefined && who.age > ages.max
        expect(result.status).toBe(tooYoung || tooOld ? 'outOfRange' : 'scored')
        expect(Object.keys(result.scores)).toEqual(instrument.scales.map(({ id }) => id))
        const notes = result.notes ?? []
        expect(notes.filter(({ code }) => code === 'NOT_FOR_PERSON').map(({ at }) => at)).toEqual(
          [...new Set(notAsked)].filter((item) => answers[item] !== undefined),
        )
        for (const scale of instrument.scales) {
          const found = result.scores[scale.id] ?? Number.NaN
          expect(found, scale.id).toBeCloseTo(plainScore(instrument, scale, answers, notAsked), 9)
          expect(result.bands[scale.id]).toBe(
            scale.bands.find(({ min, max }) => found >= min && found <= max)?.id,
          )
          const isReached = (limit: number) =>
            scale.direction === 'higherIsWorse' ? found >= limit : found <= limit
          let doubts = 0
          for (const id of new Set(scale.cutOffs.map((one) => one.id))) {
            const own = scale.cutOffs.filter((one) => one.id === id)
            const reaching = people.filter((person) =>
              own.some((one) => isMeant(one, person) && isReached(one.score)),
            )
            expect(result.reached?.[scale.id]?.includes(id) ?? false, `${scale.id} ${id}`).toBe(
              reaching.length > 0,
            )
            if (reaching.length > 0 && reaching.length < people.length) doubts += 1
          }
          const unsure = notes.filter(({ code, at }) => /_UNKNOWN$/.test(code) && at === scale.id)
          expect(unsure.length > 0, `${scale.id} unsure`).toBe(doubts > 0)
        }
      }),
    )
  })
})

it('a cut-off is in doubt exactly when some of those the person may be reach it and others do not', () => {
  const [first] = shelf.filter(({ id }) => id === 'phq-9')
  const [scale] = first?.scales ?? []
  if (!first || !scale) throw new Error('no PHQ-9')
  const range = fc.constantFrom(null, { min: 18 }, { max: 17 }, { min: 10, max: 40 })
  const variants = fc.array(
    fc.record({
      id: fc.constant('threshold'),
      score: fc.integer({ min: 0, max: 27 }),
      sex: fc.constantFrom(null, 'female' as const, 'male' as const),
      ages: range,
      label: fc.constant({ 'zh-CN': '示例', en: 'Example' }),
      citation: fc.constant('Example'),
      caveat: fc.constant(null),
      next: fc.constant(null),
    }),
    { minLength: 1, maxLength: 4 },
  )
  fc.assert(
    fc.property(variants, answersTo(first), about, (cutOffs, answers, who) => {
      const made: Instrument = { ...first, ages: {}, scales: [{ ...scale, cutOffs }] }
      const { status, scores, reached, notes = [] } = createScorer(made)(answers, who)
      if (status !== 'scored') return
      const people = everybody(who)
      const reaching = people.filter((person) =>
        cutOffs.some((one) => isMeant(one, person) && (scores.total ?? 0) >= one.score),
      )
      expect(reached).toEqual(reaching.length === 0 ? {} : { total: ['threshold'] })
      expect(notes.length > 0).toBe(reaching.length > 0 && reaching.length < people.length)
    }),
    { numRuns: 1000 },
  )
})
