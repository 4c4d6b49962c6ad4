import type { PlainAnswers } from './plain-survey.ts'

/** `contains`: among several chosen answers. */
export interface Comparison {
  question: string
  is: '=' | '<>' | 'contains'
  value: string | number | boolean
}

/** Met when every comparison of any of the lists is: `and` binds tighter than `or`, and there are no brackets. */
export type Condition = Comparison[][]

const mostComparisons = 10
const comparison =
  /^\s*\{([^{}]{1,100})\}\s*(=|<>|contains)\s*(?:'([^'\\]{0,200})'|"([^"\\]{0,200})"|(-?\d{1,9})|(true|false))(?=\s|$)/
const connective = /^\s+(and|or)\s+/

/** Reads `{question} = value`, `<>` and `contains`, joined by `and` and `or`; null for anything else. */
export function readCondition(text: string): Condition | null {
  const condition: Condition = [[]]
  let rest = text
  for (let count = 0; count < mostComparisons; count++) {
    const found = comparison.exec(rest)
    if (found === null) return null
    const [whole, question = '', is, single, double, digits, logical] = found
    if (is !== '=' && is !== '<>' && is !== 'contains') return null
    const value = single ?? double ?? (digits === undefined ? logical === 'true' : Number(digits))
    condition.at(-1)?.push({ question, is, value })
    rest = rest.slice(whole.length)
    if (rest.trim() === '') return condition
    const joint = connective.exec(rest)
    if (joint === null) return null
    if (joint[1] === 'or') condition.push([])
    rest = rest.slice(joint[0].length)
  }
  return null
}

/** A condition over numbered questions and answers as SurveyJS reads it. */
export const writeCondition = (condition: Condition): string =>
  condition
    .map((all) => all.map(({ question, is, value }) => `{${question}} ${is} ${value}`).join(' and '))
    .join(' or ')

/** Whether answers meet a condition that `writeCondition` wrote; an open question differs from every value. */
export const isMet = (text: string, answers: PlainAnswers): boolean =>
  (readCondition(text) ?? []).some((all) =>
    all.every(({ question, is, value }) => {
      const given = answers[question]
      if (is === 'contains') return Array.isArray(given) && given.some((one) => one === value)
      return is === '=' ? given === value : given !== value
    }),
  )
