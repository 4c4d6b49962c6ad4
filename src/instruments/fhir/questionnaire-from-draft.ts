import { refusalOf, shapeFaults } from '../fault.ts'
import { type Instrument, instrumentSchema } from '../instrument.ts'
import { done, type Outcome, type Refusal } from '../outcome.ts'
import type { QuestionnaireFiles } from '../questionnaire.ts'
import type { Survey } from '../survey.ts'
import { visibleIfOf } from '../survey-faults.ts'
import type { Answers, Vectors } from '../vectors.ts'
import type { FhirDraft } from './questionnaire-from-fhir.ts'

/** What a person adds to a form; see `ImportFacts` of the room. */
export interface DraftFacts {
  /** Parts of `instrument.json`. They go over what was read: lists whose entries have an id are joined by it. */
  instrument: Record<string, unknown>
  /** Worked examples, every question that is asked answered, with the score of every scale. */
  examples: { answers: Answers; scores: Record<string, number> }[]
}

/** What scoring finds in a set of answers, without instrument and version. */
type Scorer = (instrument: Instrument, answers: Answers) => Vectors['cases'][number]['result']

/**
 * The three files of a questionnaire from a form and what a person adds, to be checked by `checkQuestionnaire` and scored on
 * their vectors. FACT_NEEDED names what neither says. The scores in the vectors are those of the examples; `score` says what
 * goes with them, and which are no complete examples: EXAMPLE_INCOMPLETE, EXAMPLE_SCORES_DIFFER, EXAMPLE_MISSING.
 */
export const questionnaireFromDraft = (
  { file, instrument: read, survey, vectors }: FhirDraft,
  facts: DraftFacts,
  score: Scorer,
): Outcome<QuestionnaireFiles, Refusal[]> => {
  const whole = overlaid(read, facts.instrument)
  const parsed = instrumentSchema.safeParse(whole)
  if (!parsed.success) {
    const faults = shapeFaults(parsed.error).map((fault) =>
      isAbsent(whole, fault.path) ? { code: 'FACT_NEEDED', path: fault.path } : fault,
    )
    return { ok: false, refusal: faults.map((fault) => refusalOf('instrument.json', fault)) }
  }
  const instrument = parsed.data
  const scales = instrument.scales.map(({ id }) => id).sort()
  const refusals: Refusal[] = []
  const examples = facts.examples.map(({ answers, scores }, index): Vectors['cases'][number] => {
    const result = score(instrument, answers)
    const at = `examples/${index}`
    if (result.status !== 'scored') refusals.push({ code: 'EXAMPLE_INCOMPLETE', at })
    else if (Object.keys(scores).sort().join() !== scales.join())
      refusals.push({ code: 'EXAMPLE_SCORES_DIFFER', at })
    return { name: `example ${index + 1}`, answers, result: { ...result, scores } }
  })
  const cases = [...(vectors?.cases ?? []), ...examples]
  if (cases.length === 0) refusals.push({ code: 'EXAMPLE_MISSING', at: file })
  return refusals.length > 0
    ? { ok: false, refusal: refusals }
    : done({ instrument, survey: following(survey, instrument), vectors: { cases } })
}

/** What is given goes over what was read: objects key by key, lists whose entries have an id entry by entry, all else whole. */
const overlaid = (read: unknown, given: unknown): unknown => {
  if (Array.isArray(read) && Array.isArray(given)) {
    if (![...read, ...given].every(hasId)) return given
    const parts = new Map<unknown, unknown>(read.map((part) => [part.id, part]))
    for (const part of given)
      parts.set(part.id, parts.has(part.id) ? overlaid(parts.get(part.id), part) : part)
    return [...parts.values()]
  }
  if (!isObject(read) || !isObject(given)) return given
  const parts = new Map(Object.entries(read))
  for (const [key, part] of Object.entries(given))
    parts.set(key, parts.has(key) ? overlaid(parts.get(key), part) : part)
  return Object.fromEntries(parts)
}

/** Title and skip rules of a survey are those of its instrument. */
const following = (survey: Survey, { title, skips }: Instrument): Survey => ({
  ...survey,
  title: Object.fromEntries(Object.entries(title).map(([language, text]) => [language.toLowerCase(), text])),
  pages: survey.pages.map((page) => ({
    ...page,
    elements: page.elements.map(({ visibleIf, ...question }) => {
      const rule = skips.find(({ items }) => items.includes(question.name))
      return rule === undefined ? question : { ...question, visibleIf: visibleIfOf(rule) }
    }),
  })),
})

const isAbsent = (whole: unknown, path: readonly PropertyKey[]): boolean =>
  path.reduce(
    (part: unknown, step) => (isObject(part) || Array.isArray(part) ? Reflect.get(part, step) : null),
    whole,
  ) === undefined

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const hasId = (value: unknown): value is { id: string } => isObject(value) && typeof value.id === 'string'
