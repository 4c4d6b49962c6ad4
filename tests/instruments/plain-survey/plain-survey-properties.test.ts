import fc from 'fast-check'
import { Model } from 'survey-core'
import { expect, test } from 'vitest'
import { checkSurvey } from '../../../src/instruments/check-survey.ts'
import { checkResponse } from '../../../src/instruments/plain-survey/check-response.ts'
import {
  type PlainAnswers,
  type PlainSurvey,
  questionsOf,
} from '../../../src/instruments/plain-survey/plain-survey.ts'
import { readPlainSurvey } from '../../../src/instruments/plain-survey/read-plain-survey.ts'

interface Drawn {
  type: string
  [more: string]: unknown
  choices: (string | number | boolean)[]
}

const text = fc.constantFrom('问题', 'A question', 'constructor', '__proto__', '35 岁以下', 'x.y', "it's")
const values = fc.uniqueArray(
  fc.oneof(fc.integer({ min: -5, max: 20 }), fc.constantFrom('a', 'B', 'c d', '__proto__', '是', 'true')),
  { minLength: 2, maxLength: 6, selector: (value) => String(value).toLowerCase() },
)
const kind = fc.oneof(
  values.map((choices): Drawn => ({ type: 'radiogroup', choices })),
  values.map((choices): Drawn => ({ type: 'dropdown', choices })),
  fc
    .record({
      choices: values,
      showNoneItem: fc.boolean(),
      maxSelectedChoices: fc.integer({ min: 0, max: 4 }),
    })
    .map((more): Drawn => ({ type: 'checkbox', ...more })),
  fc.integer({ min: 3, max: 7 }).map((rateMax): Drawn => ({ type: 'rating', rateMax, choices: [1, 2, 3] })),
  fc.constant<Drawn>({ type: 'boolean', choices: [true, false] }),
  fc.constant<Drawn>({ type: 'comment', choices: [] }),
)

/** A survey as somebody may have made it, with conditions on earlier questions. */
const anySurvey = fc
  .array(
    fc.tuple(
      kind,
      text,
      fc.boolean(),
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean(), fc.boolean()), { maxLength: 3 }),
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((drawn) => {
    const made: Drawn[] = drawn.map(([question]) => question)
    const elements = drawn.map(([{ choices, ...question }, title, isRequired, conditions], index) => {
      const closed = made.slice(0, index).flatMap((one, at) => (one.choices.length > 0 ? [{ one, at }] : []))
      const visibleIf = conditions
        .flatMap(([which, value, differs, or]) => {
          const earlier = closed[which % Math.max(1, closed.length)]
          if (earlier === undefined) return []
          const { one, at } = earlier
          const is = one.type === 'checkbox' ? 'contains' : differs ? '<>' : '='
          return [
            `{n${at}} ${is} ${literal(one.choices[value % one.choices.length] ?? '')}`,
            or ? 'or' : 'and',
          ]
        })
        .slice(0, -1)
        .join(' ')
      return {
        ...question,
        ...(['rating', 'boolean', 'comment'].includes(question.type) ? {} : { choices }),
        name: `n${index}`,
        title,
        isRequired,
        ...(visibleIf === '' ? {} : { visibleIf }),
      }
    })
    return { title: '示例', pages: [{ name: 'p', elements }] }
  })

const literal = (value: string | number | boolean) =>
  typeof value === 'string' ? `'${value}'` : String(value)

const accepted = (survey: unknown): PlainSurvey => {
  const read = readPlainSurvey('s.json', JSON.stringify(survey))
  if (!read.ok) throw new Error(JSON.stringify([read.refusal, survey]))
  return read.value.survey
}

test('SurveyJS loads every survey that is accepted and finds nothing wrong with it', () => {
  fc.assert(
    fc.property(anySurvey, (drawn) => {
      const { languages, ...survey } = accepted(drawn)
      expect(languages.length).toBeGreaterThan(0)
      expect(checkSurvey(survey)).toEqual([])
    }),
    { numRuns: 150 },
  )
})

test('what SurveyJS asks and keeps is what a response may hold', () => {
  fc.assert(
    fc.property(anySurvey, fc.array(fc.nat({ max: 6 }), { minLength: 8, maxLength: 8 }), (drawn, picks) => {
      const { languages, ...survey } = accepted(drawn)
      const model = new Model({ ...survey, clearInvisibleValues: 'onHidden' })
      const answers: PlainAnswers = {}
      for (const [index, question] of questionsOf({ languages, ...survey }).entries()) {
        const pick = picks[index] ?? 0
        if (!model.getQuestionByName(question.name)?.isVisible) continue
        const given =
          question.type === 'comment'
            ? '示例'
            : (question.choices[pick % question.choices.length]?.value ?? 0)
        if (pick === 6 && !question.isRequired) continue
        answers[question.name] = question.type === 'checkbox' && typeof given === 'number' ? [given] : given
        model.setValue(question.name, answers[question.name])
      }
      const checked = checkResponse({ languages, ...survey }, answers)
      expect(checked).toEqual({ ok: true, value: answers })
      expect(model.data).toEqual(answers)
    }),
    { numRuns: 150 },
  )
})

test('any JSON at all is refused with a path or read, and never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (content) => {
      const read = readPlainSurvey('s.json', content)
      if (!read.ok) for (const { at } of read.refusal) expect(at).toMatch(/^s\.json#/)
    }),
    { numRuns: 300 },
  )
})
