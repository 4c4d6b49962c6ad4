import type { CountyCampaign } from '../../exchange/campaign/campaign-file.ts'
import { countedQuestions } from '../../exchange/campaign/counted-questions.ts'
import type { CampaignCounts } from '../../exchange/campaign/counts-file.ts'

/** A number over rooms: the sum of what they told, and how many withhold theirs. Nothing stands in for what is withheld. */
export interface KnownSum {
  known: number
  withheld: number
}

export interface QuestionTotals {
  question: string
  answered: KnownSum
  /** By answer, in the order offered. */
  counts: KnownSum[]
}

/** A campaign over the rooms that handed it in. */
export interface CampaignTotals {
  rooms: number
  people: number
  questions: QuestionTotals[]
}

/** Adds a campaign's counts up over rooms, each room once. */
export function campaignTotals(
  survey: CountyCampaign['survey'],
  counts: readonly CampaignCounts[],
): CampaignTotals {
  const once = [...new Map(counts.map((one) => [one.from.unit, one])).values()]
  return {
    rooms: once.length,
    people: once.reduce((sum, { people }) => sum + people, 0),
    questions: countedQuestions(survey).map(({ name, choices }) => {
      const of = once.flatMap(({ questions }) => questions.filter(({ question }) => question === name))
      return {
        question: name,
        answered: knownSum(of.map(({ answered }) => answered)),
        counts: choices.map((_, choice) => knownSum(of.map((told) => told.counts[choice] ?? null))),
      }
    }),
  }
}

const knownSum = (told: readonly (number | null)[]): KnownSum => {
  const shown = told.flatMap((count) => count ?? [])
  return { known: shown.reduce((sum, count) => sum + count, 0), withheld: told.length - shown.length }
}
