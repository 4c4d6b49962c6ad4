import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseExpression } from '../../../src/instruments/fhir/expression.ts'
import { choice, drafted, form, scored, variable } from './forms.ts'

const names = ['a', 'b', 'c', 'd', 'e']
const points = (name: string) => `%resource.item.where(linkId='${name}').answer.value.ordinal()`
const questions = names.map((name) => choice(name, [1, 2, 3, 4]))
const variables = names.map((name) => variable(name, points(name)))

/** One item's part in a score: how it is written, and what an answer adds. */
const term = fc.record({
  reversed: fc.boolean(),
  weight: fc.integer({ min: 1, max: 5 }),
  blank: fc.constantFrom('open', 'zero'),
  bracket: fc.boolean(),
})

it('however a sum is written, it is read as what it adds up to', () => {
  fc.assert(
    fc.property(
      fc.array(term, { minLength: 1, maxLength: 5 }),
      fc.boolean(),
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 5, maxLength: 5 }),
      (terms, alike, answers) => {
        const used = terms.map((one) => ({ ...one, weight: alike ? (terms[0]?.weight ?? 1) : one.weight }))
        const written = used.map(({ reversed, weight, blank, bracket }, index) => {
          const name = `%${names[index]}`
          const value = reversed
            ? `(5 - ${name})`
            : blank === 'zero'
              ? `iif(${name}.exists(), ${name}, 0)`
              : name
          const weighed = weight === 1 ? value : `${weight} * ${value}`
          return bracket ? `(${weighed})` : weighed
        })
        const { scales } = drafted(
          form([...questions, scored(written.join(' + '))], { extension: variables }),
        ).instrument
        const [scale] = scales
        const mixed = new Set(used.map(({ weight }) => weight)).size > 1
        // Items of different weight that are reversed are no scale of ours.
        if (mixed && used.some(({ reversed }) => reversed)) {
          expect(scales).toEqual([])
          return
        }
        const expected = used.reduce((sum, { reversed, weight }, index) => {
          const answer = answers[index] ?? 0
          return sum + weight * (reversed ? 5 - answer : answer)
        }, 0)
        const read = used.reduce((sum, _, index) => {
          const answer = answers[index] ?? 0
          const item = `q${index + 1}`
          if (scale?.kind === 'weighted') return sum + answer * (scale.weights[item] ?? 0)
          if (scale?.kind !== 'sum') return Number.NaN
          return sum + scale.factor * (scale.reverse.includes(item) ? 5 - answer : answer)
        }, 0)
        expect(read).toBe(expected)
      },
    ),
  )
})

it('any text is parsed or not, and never takes long', () => {
  const pieces = fc.constantFrom(
    '%a',
    '(',
    ')',
    '+',
    '.',
    'iif(',
    ',',
    "'x'",
    '{}',
    '1',
    ' in ',
    '|',
    'where(',
    '`',
    '\\',
    '\n',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
      ),
      (text) => {
        const parsed = parseExpression(text)
        expect(parsed === null || typeof parsed.kind === 'string').toBe(true)
      },
    ),
    { numRuns: 1000 },
  )
})
