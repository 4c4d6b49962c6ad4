import { answerValues, type Instrument, type SkipRule } from '../instrument.ts'
import type { Scale } from '../scale.ts'
import type { Extension } from './resource.ts'
import { urls } from './urls.ts'

/** A variable per question that holds what its answer scores, in plain FHIRPath that every implementation knows. */
export const answerVariables = ({ items }: Pick<Instrument, 'items'>): Extension[] =>
  items.map(({ id }) => ({
    url: urls.variable,
    valueExpression: {
      name: id,
      language: 'text/fhirpath',
      expression:
        `%questionnaire.item.where(linkId = '${id}').answerOption` +
        `.where(valueCoding.code = %resource.item.where(linkId = '${id}').answer.valueCoding.code)` +
        `.extension.where(url = '${urls.ordinalValue}').valueDecimal`,
    },
  }))

/**
 * A scale as FHIRPath: no value until every question of it that is asked is answered. Null for what is looked up in a table or
 * follows from other scales. The rule for missing answers is more than this says.
 */
export const scoreExpression = (instrument: Instrument, scale: Scale): string | null => {
  const sum = (termOf: (item: string) => string): string =>
    scale.items.map((item) => whenAsked(instrument, item, termOf(item))).join(' + ')
  const times = (factor: number, of: string): string => (factor === 1 ? of : `(${of}) * ${factor}`)
  const answer = (item: string): string => {
    if (!('reverse' in scale && scale.reverse.includes(item))) return `%${item}`
    const values = answerValues(instrument, item)
    return `(${Math.min(...values) + Math.max(...values)} - %${item})`
  }
  switch (scale.kind) {
    case 'sum':
      return times(scale.factor, sum(answer))
    case 'mean':
      return `(${times(scale.factor, sum(answer))}) / ${scale.items.length}`
    case 'count':
      return sum((item) => `%${item}.select(iif($this in (${scale.values.join(' | ')}), 1, 0))`)
    case 'weighted':
      return sum((item) => `%${item} * ${scale.weights[item] ?? 0}`)
    default:
      return null
  }
}

/** What a question adds. Unanswered, it leaves the score open; it adds nothing when it is skipped or not for the person. */
const whenAsked = ({ skips, notFor }: Instrument, item: string, term: string): string => {
  const rule = skips.find(({ items }) => items.includes(item))
  if (rule !== undefined) return `iif(%${item}.exists(), ${term}, iif(${skippedWhen(skips, rule)}, 0, {}))`
  return notFor.some(({ items }) => items.includes(item)) ? `iif(%${item}.exists(), ${term}, 0)` : term
}

/** No question of the rule has an answer that calls for more, and each has one or was skipped itself. */
const skippedWhen = (skips: readonly SkipRule[], { askedIfAny, atLeast, atMost }: SkipRule): string =>
  askedIfAny
    .map((item) => {
      const outside = [`%${item} < ${atLeast}`, ...(atMost === null ? [] : [`%${item} > ${atMost}`])]
      const rule = skips.find(({ items }) => items.includes(item))
      const skipped = rule === undefined ? [] : [`(%${item}.empty() and ${skippedWhen(skips, rule)})`]
      return `(${[...outside, ...skipped].join(' or ')})`
    })
    .join(' and ')
