import { dayOf } from '../../tiering/calendar.ts'
import type { Tier } from '../../tiering/tier.ts'
import type { Assessment } from '../assessments/assessment.ts'
import type { Client } from '../clients/client.ts'
import type { CrisisEpisode } from '../crisis/crisis-episode.ts'
import { partsOfNote } from '../notes/note-standing.ts'
import type { SessionNote } from '../notes/session-note.ts'
import { type AgeBand, ageBandOf, ageOn } from '../records/age.ts'
import type { TierDecision } from '../tiers/tier-decision.ts'
import { type Identifying, type MaskedText, maskText } from './mask-text.ts'

/** What is told of a case where colleagues talk it over; whoever prepares it chooses the notes. */
export interface CaseToMask {
  client: Client
  /** Names of everybody who works here, and of whoever else the file speaks of. */
  staff: readonly string[]
  otherPeople: readonly string[]
  /** Names of the township, the room and whatever place the client is known by. */
  places: readonly string[]
  /** Phones and other numbers that are told in the file. */
  numbers: readonly string[]
  /** Further words to take out. */
  words: readonly string[]
  notes: readonly SessionNote[]
  assessments: readonly Assessment[]
  decisions: readonly TierDecision[]
  crises: readonly CrisisEpisode[]
  /** What is asked of the supervisor. */
  question: string
}

/** What happened, and in which week since the client first came, the first being 1; earlier than that is 0. */
export type MaskedEntry = { week: number } & (
  | { kind: 'note'; parts: { part: string; text: MaskedText }[]; addenda: MaskedText[] }
  | {
      kind: 'scores'
      instrument: string
      rater: Assessment['rater']['kind']
      scores: Record<string, number>
      bands: Record<string, string>
    }
  | { kind: 'tier'; tier: Tier; reason: MaskedText }
  | { kind: 'crisis' }
)

/** A case nobody can be told by: no name, no number, no place, no day. */
export interface MaskedCase {
  ageBand: AgeBand | null
  sex: Client['sex']
  /** Weeks from first coming until now. */
  weeks: number
  question: MaskedText
  entries: MaskedEntry[]
}

/** The words that would tell who a case is about. */
const identifyingOf = ({
  client,
  staff,
  otherPeople,
  places,
  numbers,
  words,
}: Omit<CaseToMask, 'notes' | 'assessments' | 'decisions' | 'crises' | 'question'>): Identifying => ({
  people: [client.name, client.alias, client.guardian?.name, ...staff, ...otherPeople].flatMap(
    (name) => name ?? [],
  ),
  places,
  others: [
    client.fileNumber,
    client.phone,
    client.guardian?.phone,
    client.birthDate,
    ...numbers,
    ...words,
  ].flatMap((one) => one ?? []),
  monthsFrom: dayOf(client.registeredAt).slice(0, 7),
})

const week = 7 * 24 * 3_600_000

/** A case made ready to be talked over, in order; private process notes never come here. */
export function maskedCase(given: CaseToMask, now: string): MaskedCase {
  const { client } = given
  const identifying = identifyingOf(given)
  const mask = (text: string) => maskText(text, identifying)
  const began = Date.parse(client.registeredAt)
  const weekOf = (at: string) => Math.max(0, Math.floor((Date.parse(at) - began) / week) + 1)
  const age = ageOn(client.birthDate, dayOf(now))
  const timed: { at: string; entry: MaskedEntry }[] = [
    ...given.notes.map(({ heldAt, content, addenda }) => ({
      at: heldAt,
      entry: {
        week: weekOf(heldAt),
        kind: 'note' as const,
        parts: partsOfNote(content).map(({ part, text }) => ({ part, text: mask(text) })),
        addenda: addenda.map(({ text }) => mask(text)),
      },
    })),
    ...given.assessments.flatMap(({ answeredAt, result, rater }) =>
      answeredAt === null || result === null
        ? []
        : [
            {
              at: answeredAt,
              entry: {
                week: weekOf(answeredAt),
                kind: 'scores' as const,
                instrument: result.instrument,
                rater: rater.kind,
                scores: result.scores,
                bands: result.bands,
              },
            },
          ],
    ),
    ...given.decisions.map(({ decidedAt, tier, reason }) => ({
      at: decidedAt,
      entry: { week: weekOf(decidedAt), kind: 'tier' as const, tier, reason: mask(reason) },
    })),
    ...given.crises.map(({ openedAt }) => ({
      at: openedAt,
      entry: { week: weekOf(openedAt), kind: 'crisis' as const },
    })),
  ]
  return {
    ageBand: age === null ? null : ageBandOf(age),
    sex: client.sex,
    weeks: weekOf(now),
    question: mask(given.question),
    entries: timed.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).map(({ entry }) => entry),
  }
}
