import type { Stored } from '../../../src/casework/records/record.ts'
import { type Fact, factSchema } from '../../../src/statistics/fact.ts'
import type { CountedKind } from '../../../src/statistics/facts/counted-kind.ts'
import type { CountedClient, People } from '../../../src/statistics/facts/people.ts'
import { idOf, stored } from '../../casework/records.ts'

/** The pseudonym this room of tests has for a person in a year. */
export const personIn = (id: string, year: string): string => `${year.padStart(32, 'f')}${id}`

/** Client 1 is known; everybody else is not. */
export const people = (more: Partial<CountedClient> = {}): People => ({
  client: (id) =>
    id === idOf(1) ? { sex: 'female', birthDate: '1990-05-03', township: '990101101', ...more } : null,
  person: personIn,
})

/** Nobody here has the key to identities. */
export const nobody: People = {
  client: () => {
    throw new Error('asked for a client')
  },
  person: () => {
    throw new Error('asked for a person')
  },
}

/** What records leave behind, checked against the schema and for anything that must never be in a fact. */
export function leftBehind<T>(counted: CountedKind<T>, values: readonly T[], known = people()): Fact[] {
  const records: Stored<T>[] = values.map((value, place) => stored(place + 1, value))
  const facts = counted.facts(records, known)
  for (const fact of facts) {
    if (!factSchema.safeParse(fact).success) throw new Error(`no fact: ${JSON.stringify(fact)}`)
    if (/示例|\d{4}-\d\d-\d\d/.test(JSON.stringify(fact)))
      throw new Error(`it tells: ${JSON.stringify(fact)}`)
  }
  return facts
}

/** The part of facts that a record decides by itself. */
export const saying = (facts: readonly Fact[]) =>
  facts.map(({ kind, month, category, detail, amount }) => [kind, month, category, detail, amount])
