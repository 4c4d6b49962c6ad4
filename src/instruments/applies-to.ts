import type { Instrument } from './instrument.ts'
import type { CutOff } from './scale.ts'
import type { About } from './vectors.ts'

type Restricted = Pick<CutOff, 'sex' | 'ages'>

/** Whether something meant for one sex or some ages is meant for this person; null when what is known does not tell. */
export const appliesTo = ({ sex, ages }: Restricted, about: Pick<About, 'sex' | 'age'>): boolean | null => {
  const unknown = (sex !== null && about.sex === undefined) || (ages !== null && about.age === undefined)
  const sexFits = sex === null || about.sex === undefined || about.sex === sex
  const agesFit =
    ages === null ||
    about.age === undefined ||
    (about.age >= (ages.min ?? about.age) && about.age <= (ages.max ?? about.age))
  return sexFits && agesFit ? (unknown ? null : true) : false
}

const noItems: ReadonlySet<string> = new Set()

/** Questions that are not asked of this person. While sex or age is not known, everything is asked. */
export const itemsNotFor = (
  { notFor }: Pick<Instrument, 'notFor'>,
  about: Pick<About, 'sex' | 'age'>,
): ReadonlySet<string> =>
  notFor.length === 0
    ? noItems
    : new Set(notFor.filter((rule) => appliesTo(rule, about) === true).flatMap(({ items }) => items))
