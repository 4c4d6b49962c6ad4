import { appliesTo } from '../instruments/applies-to.ts'
import type { CutOff, Scale } from '../instruments/scale.ts'
import type { About, Answers } from '../instruments/vectors.ts'
import type { ScoreResult } from './score-result.ts'

/** What cut-offs say about one score: which are reached, and what has to be said with them. */
interface Reached {
  ids: string[]
  notes: NonNullable<ScoreResult['notes']>
}

/**
 * The cut-offs of a scale that a score reaches. Where a threshold depends on sex or age and that is not known, the one
 * reached first counts, with a note.
 */
export const reachedCutOffs = (scale: Scale, score: number, answers: Answers, about: About): Reached => {
  const found: Reached = { ids: [], notes: [] }
  if (scale.cutOffs.length === 0) return found
  const codes = new Set<Reached['notes'][number]['code']>()
  for (const [id, variants] of Map.groupBy(scale.cutOffs, (cutOff) => cutOff.id)) {
    const possible = variants.filter((cutOff) => appliesTo(cutOff, about) !== false)
    const reached = possible.filter((cutOff) => isReached(scale, cutOff, score))
    if (reached.length === 0) continue
    found.ids.push(id)
    // All of them reached, and one of them the person's whoever they are: then nothing hangs on what is not known.
    const certain = reached.length === possible.length && covers(possible, about)
    if (!certain && possible.some(({ sex }) => sex !== null && about.sex === undefined))
      codes.add('SEX_UNKNOWN')
    if (!certain && possible.some(({ ages }) => ages !== null && about.age === undefined))
      codes.add('AGE_UNKNOWN')
    if (reached.some(({ caveat }) => caveat !== null && onlyFrom(caveat.allPointsFrom, scale, answers)))
      codes.add('CAVEAT')
  }
  for (const code of codes) found.notes.push({ code, at: scale.id })
  return found
}

const isReached = ({ direction }: Scale, cutOff: CutOff, score: number): boolean =>
  direction === 'higherIsWorse' ? score >= cutOff.score : score <= cutOff.score

const sexes = ['female', 'male'] as const
const ages = Array.from({ length: 131 }, (_, age) => age)

/** Whether, whoever the person is, one of these is theirs. */
const covers = (variants: readonly CutOff[], about: About): boolean =>
  (about.sex === undefined ? sexes : [about.sex]).every((sex) =>
    (about.age === undefined ? ages : [about.age]).every((age) =>
      variants.some((cutOff) => appliesTo(cutOff, { sex, age }) === true),
    ),
  )

const onlyFrom = (items: readonly string[], scale: Scale, answers: Answers): boolean =>
  scale.items.every((item) => items.includes(item) || (answers[item] ?? 0) === 0)
