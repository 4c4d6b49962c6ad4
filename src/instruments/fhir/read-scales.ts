import { labelSchema } from '../local-text.ts'
import { parseExpression } from './expression.ts'
import type { LocalText } from './local-texts.ts'
import type { ReadItems, ReadScore } from './read-form.ts'
import type { ReadRule } from './read-skips.ts'
import type { Reading } from './reading.ts'
import { type ReadScale, scaleOfForm } from './scale-of-form.ts'
import { scoreFormOf } from './score-form-of.ts'

/** A scale as far as a form can say it; which direction is worse it cannot. */
export type DraftScale = ReadScale & {
  id: string
  label: LocalText | null
  loinc: string | null
  citation: string
  bands: []
  cutOffs: []
  reliability: null
  reliableChange: null
  meaningfulChange: null
}

/** Steps one expression may take to be understood. */
const maxSteps = 50_000

/** Recognises the scores that are sums, means, counts and weighted sums of answers; FHIR_EXPRESSION reports any other. */
export const readScales = (
  reading: Reading,
  { scores, tree }: ReadItems,
  names: ReadonlyMap<string, string>,
  rules: ReadonlyMap<string, ReadRule>,
  citation: string,
): DraftScale[] => {
  const ids = new Set<string>()
  return scores.flatMap((score, index) => {
    const expression = parseExpression(score.expression)
    const scope = { tree, variables: score.variables, open: new Set<string>(), steps: maxSteps }
    const form = expression && scoreFormOf(expression, scope, (linkId) => rules.has(linkId))
    const scale = form && scaleOfForm(form, names)
    const id = scaleId(score, index, scores.length)
    if (form === null || scale === null || ids.has(id)) {
      reading.leftOut.push({ code: 'FHIR_EXPRESSION', path: score.path })
      return []
    }
    ids.add(id)
    // The instrument's missing rule decides here, and a form says none.
    if (form.blanksAddNothing) reading.leftOut.push({ code: 'FHIR_BLANKS', path: score.path })
    const label = labelSchema.safeParse(score.text)
    return [
      {
        ...scale,
        id,
        label: scores.length > 1 && label.success ? label.data : null,
        loinc: score.loinc,
        citation,
        bands: [],
        cutOffs: [],
        reliability: null,
        reliableChange: null,
        meaningfulChange: null,
      },
    ]
  })
}

const scaleId = ({ linkId }: ReadScore, index: number, count: number): string =>
  /^score-([a-z][a-zA-Z0-9]{0,39})$/.exec(linkId)?.[1] ?? (count === 1 ? 'total' : `score${index + 1}`)
