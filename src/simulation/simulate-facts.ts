import type { Fact } from '../statistics/fact.ts'
import { counts, nobodyOn } from '../statistics/facts/subject.ts'
import type { FactsByMonth } from '../statistics/tabulate.ts'
import { drawWeighted } from './draw-weighted.ts'
import { createRandom, type Random } from './random.ts'
import { factsOfPerson } from './simulate-person-facts.ts'
import { ownWorkFacts } from './simulate-work-facts.ts'

/** What a synthetic room's facts are drawn for. */
export interface FactsSetting {
  seed: string
  /** How many people come new in a month, about. */
  newcomers: number
  /** `YYYY-MM`, in order. */
  months: readonly [string, ...string[]]
  /** The townships that its people come from, at least one. */
  townships: readonly [string, ...string[]]
}

/** Facts of one room, at hand by month. */
export interface SimulatedFacts extends FactsByMonth {
  all: Fact[]
}

/**
 * What a room would count, drawn straight from fixed shares: nobody is invented whose records would have to be kept, so that a
 * whole county is made in seconds. The same setting gives the same facts.
 */
export function simulateFacts({ seed, newcomers, months, townships }: FactsSetting): SimulatedFacts {
  const random = createRandom(seed)
  const byMonth = new Map<string, Fact[]>(months.map((month) => [month, []]))
  const put = (facts: readonly Fact[]): void => {
    for (const fact of facts) byMonth.get(fact.month)?.push(fact)
  }
  for (const [position, month] of months.entries()) {
    // A pseudonym lasts a calendar year: whoever comes in autumn is somebody new in January.
    const stay = months.slice(position).filter((later) => later.startsWith(month.slice(0, 4)))
    const share = newcomers / (month.endsWith('-01') ? 0.5 : 1)
    for (let person = around(share, random); person > 0; person--)
      put(factsOfPerson(stay, drawWeighted(homes(townships), random), random))
    put(callFacts(month, around(newcomers * 0.6, random), random))
    put(ownWorkFacts(month, newcomers, random))
  }
  const all = [...byMonth.values()].flat()
  return {
    all,
    within: (first, last) =>
      [...byMonth].flatMap(([month, facts]) => (month >= first && month <= last ? facts : [])),
  }
}

/** A whole number near to this one, at least nought. */
const around = (mean: number, random: Random): number => Math.round(mean * (0.7 + 0.6 * random.next()))

/** Most come from the room's own township. */
const homes = (townships: FactsSetting['townships']) =>
  townships.map((township, place): [string, number] => [
    township,
    place === 0 ? 8 : 2 / townships.length,
  ]) as [[string, number], ...[string, number][]]

function callFacts(month: string, calls: number, random: Random): Fact[] {
  return Array.from({ length: calls }, () => ({
    ...nobodyOn(`${month}-01`),
    ...counts(
      'call',
      drawWeighted(
        [
          ['general', 80],
          ['suicideRisk', 8],
          ['special', 12],
        ],
        random,
      ),
      drawWeighted(
        [
          ['routine', 8],
          ['soon', 2],
        ],
        random,
      ),
      random.int(5, 60),
    ),
  }))
}
