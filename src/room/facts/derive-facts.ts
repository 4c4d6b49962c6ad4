import { clientKind } from '../../casework/clients/client.ts'
import type { MergedFiles } from '../../casework/clients/merged-files.ts'
import type { Fact } from '../../statistics/fact.ts'
import type { CountedClient, People } from '../../statistics/facts/people.ts'
import type { OpenVault } from '../../vault/vault.ts'
import type { FactSource } from './fact-source.ts'

/** Where the people stand whom sources are about. */
export interface Surroundings {
  vault: OpenVault
  files: Pick<MergedFiles, 'readUnder'>
  /** Clients that are known already, such as those about to be saved. */
  clients: ReadonlyMap<string, CountedClient>
}

/** What a source leaves behind. `unsure`: the file of somebody it is about could not be read. */
export interface Derived {
  facts: Fact[]
  unsure: boolean
  /** Ids of the files the facts rest on. */
  about: ReadonlySet<string>
}

const nobodyYet: CountedClient = { sex: null, birthDate: null, township: null }
const noPerson = '0'.repeat(64)

/** Answers what is known of people, with stand-ins for the rest, and keeps in mind who was asked for. */
class KnownPeople {
  readonly #around: Surroundings
  readonly #clients: Map<string, CountedClient | null>
  readonly #persons = new Map<string, string>()
  readonly #unreadable = new Set<string>()
  readonly #wantedClients = new Set<string>()
  readonly #wantedPersons = new Set<string>()

  constructor(around: Surroundings) {
    this.#around = around
    this.#clients = new Map(around.clients)
  }

  for(about: Set<string>): People {
    return {
      client: (asked) => {
        const id = this.#around.files.readUnder(asked)
        about.add(id)
        const known = this.#clients.get(id)
        if (known === undefined) this.#wantedClients.add(id)
        return known === undefined ? nobodyYet : known
      },
      person: (asked, year) => {
        const id = this.#around.files.readUnder(asked)
        about.add(id)
        const name = `${year}.${id}`
        const known = this.#persons.get(name)
        if (known === undefined) this.#wantedPersons.add(name)
        return known ?? noPerson
      },
    }
  }

  isUnreadable(id: string): boolean {
    return this.#unreadable.has(id)
  }

  /** Looks up who was asked for in vain; false when there was nobody. */
  async lookUp(): Promise<boolean> {
    const { vault } = this.#around
    const [clients, persons] = [[...this.#wantedClients], [...this.#wantedPersons]]
    if (clients.length + persons.length === 0) return false
    this.#wantedClients.clear()
    this.#wantedPersons.clear()
    for (const id of clients) this.#clients.set(id, null)
    if (clients.length > 0) {
      const { records, unreadable } = await vault.getAll(clientKind, clients)
      for (const { id, value } of records) this.#clients.set(id, value)
      for (const { id } of unreadable) this.#unreadable.add(id)
    }
    await Promise.all(
      persons.map(async (name) => this.#persons.set(name, await vault.pseudonym('statistics', name))),
    )
    return true
  }
}

/**
 * What sources leave behind, in their order. Clients are read only as far as they are asked for. Rejects with NO_KEY when people
 * are asked for by somebody who may not know them.
 */
export const deriveFacts = async (
  sources: readonly Pick<FactSource, 'counted' | 'records'>[],
  around: Surroundings,
): Promise<Derived[]> => {
  const people = new KnownPeople(around)
  for (;;) {
    const derived = sources.map(({ counted, records }) => {
      const about = new Set<string>()
      return { facts: records.length === 0 ? [] : counted.facts(records, people.for(about)), about }
    })
    if (!(await people.lookUp()))
      return derived.map((one) => ({
        ...one,
        unsure: [...one.about].some((id) => people.isUnreadable(id)),
      }))
  }
}

/** Facts as texts, in an order that says nothing, so that lists of them can be compared. */
export const factTexts = (facts: readonly Fact[]): string[] =>
  facts.map((fact) => JSON.stringify(Object.entries(fact).sort())).sort()

export const areSameFacts = (one: readonly Fact[], other: readonly Fact[]): boolean =>
  factTexts(one).join() === factTexts(other).join()
