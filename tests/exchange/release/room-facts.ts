import { createRandom, type Random } from '../../../src/simulation/random.ts'
import type { Fact } from '../../../src/statistics/fact.ts'
import { fact, pseudonym } from '../../support/facts.ts'
import { shippedPlan } from '../../support/release-plan.ts'

const sexes = ['female', 'male', 'unknown'] as const
const ages = ['under14', '14to17', '18to39', '40to59', '60plus', 'unknown'] as const
const places = ['990101101', '990101102', '990101103', '990101201', null] as const

const codesOf = (dimension: string): string[] =>
  shippedPlan.dimensions.find(({ id }) => id === dimension)?.codes.map(({ code }) => code) ?? []

/** What kinds of facts there are, with their categories and details, the first the most frequent. */
const kinds: readonly [Fact['kind'], readonly string[], readonly (string | null)[]][] = [
  ['client', ['registered'], [null]],
  ['session', codesOf('sessionMode'), [null]],
  ['followUp', codesOf('followUpState'), [null]],
  ['closure', codesOf('closureReason'), [null]],
  ['referral', codesOf('receiver'), codesOf('referralStage')],
  ['crisis', codesOf('crisisTrigger'), [null]],
  ['rightsRequest', codesOf('rightAsked'), codesOf('answered')],
  ['clue', codesOf('clueOutcome'), [null]],
]

/** Small first: half of what is drawn is the first, half of the rest the second. */
const skewed = <T>(random: Random, items: readonly T[]): T => {
  const place = Math.min(items.length - 1, Math.floor(-Math.log2(1 - random.next())))
  const item = items[place]
  if (item === undefined) throw new RangeError('nothing to draw from')
  return item
}

/** Facts of a made-up room over the last quarter of 2026: so many people, most of them seen several times. */
export const roomFacts = (seed: string, people: number): Fact[] => {
  const random = createRandom(seed)
  return Array.from({ length: people }, (_, person) => {
    const who = {
      person: pseudonym(person),
      sex: skewed(random, sexes),
      ageBand: random.pick(ages),
      place: skewed(random, places),
    }
    const events = 1 + Math.floor(-3 * Math.log(1 - random.next()))
    return Array.from({ length: events }, () => {
      const [kind, categories, details] = skewed(random, kinds)
      const category = skewed(random, categories)
      const detail = skewed(random, details)
      return fact({ ...who, kind, month: `2026-1${random.int(0, 2)}`, category, detail })
    })
  }).flat()
}
