import { appliesTo } from '../../src/instruments/applies-to.ts'
import { answerValues, type Instrument, type SkipRule } from '../../src/instruments/instrument.ts'
import type { Questionnaire } from '../../src/instruments/questionnaire.ts'
import type { CutOff, Scale } from '../../src/instruments/scale.ts'
import { scoreRange } from '../../src/instruments/score-range.ts'
import type { Vectors } from '../../src/instruments/vectors.ts'

type Case = Vectors['cases'][number]
type Prove = (what: string, holds: (one: Case) => boolean) => Generator<string>

/** What an instrument's vectors leave unproven; empty when every rule of the instrument has its cases. */
export function* vectorGaps({ instrument, vectors }: Pick<Questionnaire, 'instrument' | 'vectors'>) {
  const prove: Prove = function* (what, holds) {
    if (!vectors.cases.some(holds)) yield what
  }
  yield* answerGaps(instrument, prove)
  for (const scale of instrument.scales) {
    yield* rangeGaps(scale, prove)
    yield* cutOffGaps(scale, prove)
    yield* reverseGaps(instrument, scale, prove)
    yield* countGaps(instrument, scale, prove)
    yield* criteriaGaps(scale, prove)
  }
  yield* criticalGaps(instrument, prove)
  yield* missingGaps(instrument, prove)
  for (const rule of instrument.skips) yield* skipGaps(instrument, rule, prove)
  yield* notForGaps(instrument, prove)
  yield* personGaps(instrument, prove)
}

const lowest = (instrument: Instrument, item: string) => Math.min(...answerValues(instrument, item))
const highest = (instrument: Instrument, item: string) => Math.max(...answerValues(instrument, item))

function* answerGaps(instrument: Instrument, prove: Prove) {
  const all = (end: typeof lowest) => (one: Case) =>
    instrument.items.every(({ id }) => one.answers[id] === end(instrument, id)) &&
    one.result.status === 'scored'
  yield* prove('every answer the lowest', all(lowest))
  yield* prove('every answer the highest', all(highest))
  for (const code of ['UNKNOWN_QUESTION', 'ANSWER_OUTSIDE_CODING', 'RATER_NOT_MEANT'] as const)
    yield* prove(code, ({ result }) => result.status === 'invalid' && result.reason?.code === code)
}

/** How far apart two neighbouring scores are. */
const stepOf = (scale: Scale) => (scale.kind === 'sum' ? scale.factor : 1)

function* rangeGaps(scale: Scale, prove: Prove) {
  const step = stepOf(scale)
  const edges = scale.bands.flatMap(({ min, max }) => [
    Math.ceil(min / step) * step,
    Math.floor(max / step) * step,
  ])
  for (const score of new Set([scale.range.min, scale.range.max, ...edges]))
    yield* prove(`${scale.id} ${score}`, ({ result }) => result.scores[scale.id] === score)
}

function* cutOffGaps(scale: Scale, prove: Prove) {
  const step = stepOf(scale)
  for (const cutOff of scale.cutOffs) {
    const worse = scale.direction === 'higherIsWorse'
    const at = (worse ? Math.ceil(cutOff.score / step) : Math.floor(cutOff.score / step)) * step
    const has = (score: number, reached: boolean) => (one: Case) =>
      appliesTo(cutOff, one.about ?? {}) === true &&
      one.result.scores[scale.id] === score &&
      (one.result.reached[scale.id] ?? []).includes(cutOff.id) === reached
    const name = `${scale.id} ${cutOff.id}${forWhom(cutOff)}`
    yield* prove(`${name}: ${at}, reached`, has(at, true))
    yield* prove(`${name}: one step short of ${at}`, has(at + (worse ? -step : step), false))
    if (cutOff.caveat !== null) yield* caveatGaps(scale, cutOff, cutOff.caveat.allPointsFrom, name, prove)
    for (const [restricted, code] of [
      [cutOff.sex, 'SEX_UNKNOWN'],
      [cutOff.ages, 'AGE_UNKNOWN'],
    ] as const)
      if (restricted !== null)
        yield* prove(`${name}: ${code}`, ({ result }) => result.notes.some((note) => note.code === code))
  }
}

/** The caveat holds, and does not hold as soon as any one other item has a point. */
function* caveatGaps(scale: Scale, cutOff: CutOff, allFrom: readonly string[], name: string, prove: Prove) {
  const isFor = ({ about = {}, result }: Case) =>
    appliesTo(cutOff, about) === true && (result.reached[scale.id] ?? []).includes(cutOff.id)
  const said = ({ result }: Case) => result.notes.some(({ code, at }) => code === 'CAVEAT' && at === scale.id)
  const others = scale.items.filter((item) => !allFrom.includes(item))
  yield* prove(`${name}: the caveat`, (one) => isFor(one) && said(one))
  for (const only of others)
    yield* prove(
      `${name}: no caveat with points from ${only}`,
      (one) =>
        isFor(one) &&
        !said(one) &&
        others.every((other) => (one.answers[other] ?? 0) > 0 === (other === only)),
    )
}

const forWhom = ({ sex, ages }: Pick<CutOff, 'sex' | 'ages'>) =>
  `${sex === null ? '' : ` ${sex}`}${ages === null ? '' : ` ${ages.min ?? ''}–${ages.max ?? ''}`}`

function* reverseGaps(instrument: Instrument, scale: Scale, prove: Prove) {
  for (const item of 'reverse' in scale ? scale.reverse : [])
    yield* prove(`${scale.id}: reversed ${item} alone`, ({ answers, result }) =>
      scale.items.every((other) => answers[other] === (other === item ? highest : lowest)(instrument, other))
        ? result.scores[scale.id] !== undefined
        : false,
    )
}

/** Every answer that counts is the only one that does once, and every other is given where nothing counts. */
function* countGaps(instrument: Instrument, scale: Scale, prove: Prove) {
  if (scale.kind !== 'count') return
  const { id, items, values } = scale
  for (const value of new Set(items.flatMap((item) => answerValues(instrument, item)))) {
    const counts = values.includes(value)
    yield* prove(
      `${id}: ${value} ${counts ? 'counts' : 'does not count'}`,
      ({ answers, result }) =>
        result.scores[id] === (counts ? 1 : 0) &&
        items.some((item) => answers[item] === value) &&
        items.every((item) => answers[item] === value || !values.includes(answers[item] ?? Number.NaN)),
    )
  }
}

/** Each criterion is missed alone by one, and all together are met exactly. */
function* criteriaGaps(scale: Scale, prove: Prove) {
  if (scale.kind !== 'criteria') return
  const meets = (missed: string | null) => (one: Case) =>
    scale.all.every(
      (criterion) =>
        one.result.scores[criterion.scale] === criterion.atLeast - (criterion.scale === missed ? 1 : 0),
    ) && one.result.scores[scale.id] === (missed === null ? 1 : 0)
  yield* prove(`${scale.id}: exactly met`, meets(null))
  for (const criterion of scale.all)
    yield* prove(`${scale.id}: all but ${criterion.scale}`, meets(criterion.scale))
}

/** Alone: every other answer the lowest, but for those that have to be given for the question to be asked. */
function* criticalGaps(instrument: Instrument, prove: Prove) {
  for (const { item, values } of instrument.criticalItems) {
    const asking = instrument.skips.flatMap((rule) => (rule.items.includes(item) ? rule.askedIfAny : []))
    for (const value of values)
      yield* prove(
        `critical ${item} ${value} alone`,
        ({ answers, result }) =>
          result.status === 'scored' &&
          result.critical.some((found) => found.item === item && found.value === value) &&
          Object.entries(answers).every(
            ([other, answer]) =>
              other === item || asking.includes(other) || answer === lowest(instrument, other),
          ),
      )
  }
}

function* missingGaps({ missing }: Instrument, prove: Prove) {
  const blanks = (count: number, status: Case['result']['status']) => (one: Case) =>
    one.result.missing.length === count && one.result.status === status
  yield* prove('nothing answered', ({ answers }) => Object.keys(answers).length === 0)
  switch (missing.rule) {
    case 'noScore':
      yield* prove('one missing', blanks(1, 'incomplete'))
      return
    case 'prorate':
      yield* prove('prorated at the limit', blanks(missing.atMost, 'prorated'))
      yield* prove('one more than may be prorated', blanks(missing.atMost + 1, 'incomplete'))
      return
    case 'countZero':
      yield* prove('blanks at the limit', blanks(missing.atMost, 'scored'))
      yield* prove('one blank too many', blanks(missing.atMost + 1, 'invalid'))
  }
}

function* skipGaps(instrument: Instrument, rule: SkipRule, prove: Prove) {
  const { items, askedIfAny, atLeast, atMost } = rule
  const name = `${items.join()} asked if ${askedIfAny.join()}`
  const required = items.some((id) => instrument.items.some((item) => item.id === id && item.required))
  const answered = ({ answers }: Case, value: number) => askedIfAny.some((item) => answers[item] === value)
  const asked = (one: Case) =>
    required
      ? one.result.status === 'incomplete' && items.some((item) => one.result.missing.includes(item))
      : items.every((item) => one.answers[item] !== undefined)
  const skipped = (one: Case) =>
    one.result.status === 'scored' && items.every((item) => one.answers[item] === undefined)
  yield* prove(`${name}: at ${atLeast}`, (one) => answered(one, atLeast) && asked(one))
  yield* prove(`${name}: below ${atLeast}`, (one) => answered(one, atLeast - 1) && skipped(one))
  if (atMost === null) return
  yield* prove(`${name}: at ${atMost}`, (one) => answered(one, atMost) && asked(one))
  yield* prove(`${name}: above ${atMost}`, (one) => answered(one, atMost + 1) && skipped(one))
}

function* notForGaps(instrument: Instrument, prove: Prove) {
  for (const rule of instrument.notFor) {
    const { items } = rule
    const name = `${items.join()} not for${forWhom(rule)}`
    const isFor = ({ about = {} }: Case, fits: boolean) => appliesTo(rule, about) === fits
    const left = ({ answers }: Case) => items.every((item) => answers[item] === undefined)
    yield* prove(
      `${name}: left out`,
      (one) => isFor(one, true) && left(one) && one.result.status === 'scored',
    )
    yield* prove(
      `${name}: answered all the same`,
      (one) =>
        isFor(one, true) &&
        items.every((item) =>
          one.result.notes.some(({ code, at }) => code === 'NOT_FOR_PERSON' && at === item),
        ),
    )
    yield* prove(
      `${name}: missing for others`,
      (one) => isFor(one, false) && items.every((item) => one.result.missing.includes(item)),
    )
    for (const scale of instrument.scales)
      yield* prove(`${name}: highest ${scale.id}`, (one) => {
        const { max } = scoreRange(instrument, scale, one.about ?? {})
        return isFor(one, true) && one.result.scores[scale.id] === max
      })
  }
}

function* personGaps({ ages, raters }: Instrument, prove: Prove) {
  for (const [end, outside] of [
    [ages.min, -1],
    [ages.max, 1],
  ] as const) {
    if (end === undefined) continue
    yield* prove(`age ${end}`, ({ about, result }) => about?.age === end && result.status === 'scored')
    yield* prove(
      `age ${end + outside}`,
      ({ about, result }) => about?.age === end + outside && result.status === 'outOfRange',
    )
  }
  for (const rater of raters)
    yield* prove(
      `rated by ${rater}`,
      ({ about, result }) => (about?.rater ?? raters[0]) === rater && result.status === 'scored',
    )
}
