import type { FhirDraft } from '../../../instruments/fhir/questionnaire-from-fhir.ts'
import type { Answers } from '../../../instruments/vectors.ts'
import { skippedItems } from '../../../scoring/skipped-items.ts'

type Draft = FhirDraft['instrument']

const notAsked = '-'

const codesOf = ({ items, codings }: Draft): { id: string; codes: number[] }[] =>
  items.map(({ id, coding }) => ({ id, codes: (codings[coding] ?? []).map(({ value }) => value) }))

/** Every question that is asked then answered with its lowest, or its highest, code. */
export const extremeAnswers = (draft: Draft, end: 'lowest' | 'highest'): Answers => {
  const all = codesOf(draft).map(({ id, codes }) => [
    id,
    end === 'lowest' ? Math.min(...codes) : Math.max(...codes),
  ])
  const answers: Answers = Object.fromEntries(all)
  for (const id of skippedItems(draft, answers)) delete answers[id]
  return answers
}

/** Answers as they are written in a line: one code a question, a hyphen for one that is not asked. */
export const writeAnswers = (draft: Draft, answers: Answers): string =>
  draft.items.map(({ id }) => answers[id] ?? notAsked).join(' ')

/** Reads such a line; null unless there is a code of the question, or a hyphen, for every question. */
export const readAnswers = (draft: Draft, line: string): Answers | null => {
  const questions = codesOf(draft)
  const parts = line.trim().split(/[\s,，、]+/)
  // Codes of one digit may be written without spaces, as they are copied from a form.
  const codes = parts.length === 1 ? [...(parts[0] ?? '')] : parts
  if (codes.length !== questions.length) return null
  const answers: Answers = {}
  for (const [index, question] of questions.entries()) {
    const code = codes[index] ?? ''
    if (code === notAsked) continue
    if (!/^-?\d+$/.test(code) || !question.codes.includes(Number(code))) return null
    answers[question.id] = Number(code)
  }
  return answers
}
