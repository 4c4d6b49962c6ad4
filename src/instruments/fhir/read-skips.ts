import type { SkipRule } from '../instrument.ts'
import type { Enabling, ReadQuestion } from './read-form.ts'
import type { Reading } from './reading.ts'

/** When a question is asked: if one of these, by `linkId`, is answered in this range. */
export interface ReadRule {
  askedIfAny: string[]
  atLeast: number
  atMost: number | null
}

/**
 * Reads the conditions of the questions, by `linkId`: any of several answers to earlier questions, which together are a range.
 * Others are reported as FHIR_ENABLE_WHEN; their questions are then always asked.
 */
export const readRules = (
  reading: Reading,
  questions: readonly ReadQuestion[],
): ReadonlyMap<string, ReadRule> => {
  const rules = new Map<string, ReadRule>()
  const byLinkId = new Map(questions.map((question) => [question.linkId, question]))
  for (const { linkId, enabling } of questions) {
    if (enabling === null) continue
    const rule = readRule(enabling, byLinkId)
    if (rule === null) reading.leftOut.push({ code: 'FHIR_ENABLE_WHEN', path: enabling.path })
    else rules.set(linkId, rule)
  }
  return rules
}

const readRule = (
  { enableWhen, all }: Enabling,
  questions: ReadonlyMap<string, ReadQuestion>,
): ReadRule | null => {
  if (all) return null
  const sets = new Map<string, Set<number>>()
  for (const { question, operator, answerCoding, answerInteger } of enableWhen) {
    const asked = questions.get(question)
    const answer = asked?.answers.find(({ code, value }) =>
      answerCoding === undefined ? code === null && value === answerInteger : code === answerCoding.code,
    )
    if (operator !== '=' || answer === undefined) return null
    sets.set(question, (sets.get(question) ?? new Set()).add(answer.value))
  }
  const atLeast = Math.min(...[...sets.values()].flatMap((set) => [...set]))
  const atMost = Math.max(...[...sets.values()].flatMap((set) => [...set]))
  const range = [null, atMost].find((limit) =>
    [...sets].every(([linkId, set]) => {
      const meant = questions
        .get(linkId)
        ?.answers.filter(({ value }) => value >= atLeast && (limit === null || value <= limit))
      return meant?.length === set.size && meant.every(({ value }) => set.has(value))
    }),
  )
  return range === undefined ? null : { askedIfAny: [...sets.keys()], atLeast, atMost: range }
}

/** The rules as an instrument writes them: one for all questions that follow the same. */
export const skipRules = (
  rules: ReadonlyMap<string, ReadRule>,
  names: ReadonlyMap<string, string>,
): SkipRule[] => {
  const skips = new Map<string, SkipRule>()
  for (const [linkId, { atLeast, atMost, ...rule }] of rules) {
    const nameOf = (id: string) => names.get(id) ?? id
    const askedIfAny = rule.askedIfAny.map(nameOf)
    const key = JSON.stringify([askedIfAny, atLeast, atMost])
    const same = skips.get(key)
    if (same === undefined) skips.set(key, { items: [nameOf(linkId)], askedIfAny, atLeast, atMost })
    else same.items.push(nameOf(linkId))
  }
  return [...skips.values()]
}
