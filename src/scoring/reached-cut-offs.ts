import { appliesTo } from '../instruments/applies-to.ts'
import type { CutOff, Scale } from '../instruments/scale.ts'
import type { About, Answers } from '../instruments/vectors.ts'
import type { ScoreResult } from './score-result.ts'

/** What cut-offs say about one score: which are reached, and what has to be said with them. */
interface Reached {
  ids: string[]
  notes: NonNullable<ScoreResult['notes']>
}

const none: Reached = { ids: [], notes: [] }

/**
 * Finds the cut-offs of a scale that a score reaches. Where a threshold depends on sex or age and that is not known, the one
 * reached first counts, with a note.
 */
export const createCutOffFinder = (
  scale: Scale,
): ((score: number, answers: Answers, about: About) => Reached) => {
  const thresholds = Map.groupBy(scale.cutOffs, ({ id }) => id)
  if (thresholds.size === 0) return () => none
  const isReached =
    scale.direction === 'higherIsWorse'
      ? (score: number, cutOff: CutOff) => score >= cutOff.score
      : (score: number, cutOff: CutOff) => score <= cutOff.score

  return (score, answers, about) => {
    const ids: string[] = []
    const codes = new Set<Reached['notes'][number]['code']>()
    for (const [id, variants] of thresholds) {
      const reached = variants.filter(
        (cutOff) => appliesTo(cutOff, about) !== false && isReached(score, cutOff),
      )
      if (reached.length === 0) continue
      ids.push(id)
      // One of them is the person's whoever they are: then nothing hangs on what is not known.
      const certain = covers(reached, about)
      if (!certain && reached.some(({ sex }) => sex !== null && about.sex === undefined))
        codes.add('SEX_UNKNOWN')
      if (!certain && reached.some(({ ages }) => ages !== null && about.age === undefined))
        codes.add('AGE_UNKNOWN')
      if (reached.some(({ caveat }) => caveat !== null && onlyFrom(caveat.allPointsFrom, scale, answers)))
        codes.add('CAVEAT')
    }
    return { ids, notes: [...codes].map((code) => ({ code, at: scale.id })) }
  }
}

const sexes = ['female', 'male'] as const
const ages = Array.from({ length: 131 }, (_, age) => age)

/** Whether, whoever the person is, one of these is theirs. */
const covers = (variants: readonly CutOff[], about: About): boolean =>
  variants.some((cutOff) => appliesTo(cutOff, about) === true) ||
  (about.sex === undefined ? sexes : [about.sex]).every((sex) =>
    (about.age === undefined ? ages : [about.age]).every((age) =>
      variants.some((cutOff) => appliesTo(cutOff, { sex, age }) === true),
    ),
  )

const onlyFrom = (items: readonly string[], scale: Scale, answers: Answers): boolean =>
  scale.items.every((item) => items.includes(item) || (answers[item] ?? 0) === 0)
