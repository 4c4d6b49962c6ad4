import { clientKind } from '../../casework/clients/client.ts'
import type { OpenVault } from '../../vault/vault.ts'
import { onceFor } from '../once-for.ts'
import type { Session } from '../session.ts'

/** Pseudonyms worked out at once. */
const atOnce = 256

/** Pseudonyms of the clients, year by year; each is worked out once. */
class Pseudonyms {
  readonly #vault: OpenVault
  readonly #years = new Map<string, { clients: Set<string>; byPseudonym: Map<string, string> }>()

  constructor(vault: OpenVault) {
    this.#vault = vault
  }

  /** The clients by their pseudonyms of a year. */
  async of(year: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const known = this.#years.get(year) ?? { clients: new Set(), byPseudonym: new Map() }
    this.#years.set(year, known)
    const left = ids.filter((id) => !known.clients.has(id))
    for (let from = 0; from < left.length; from += atOnce) {
      const part = left.slice(from, from + atOnce)
      const pseudonyms = await Promise.all(
        part.map((id) => this.#vault.pseudonym('statistics', `${year}.${id}`)),
      )
      part.forEach((id, at) => {
        known.clients.add(id)
        known.byPseudonym.set(pseudonyms[at] ?? '', id)
      })
    }
    return known.byPseudonym
  }
}

const pseudonymsIn = onceFor((vault: OpenVault) => new Pseudonyms(vault))

/** Who somebody is that a fact of this year counts; null for whoever has no file here any more. */
export type WhoIs = (person: string, year: string) => string | null

/**
 * Facts name nobody; whoever holds the key to the statistics and the clients can still tell whose they are. A file that is read
 * under another is that other one's. Of nobody else anything is known.
 */
export const whoIs = async (
  { vault, merged }: Pick<Session, 'vault' | 'merged'>,
  years: Iterable<string>,
): Promise<WhoIs> => {
  if (!vault.opens('identity')) return () => null
  const [ids, files] = await Promise.all([vault.ids(clientKind), merged()])
  const there = new Set(ids)
  const clients = new Map<string, ReadonlyMap<string, string>>()
  for (const year of new Set(years)) clients.set(year, await pseudonymsIn(vault).of(year, ids))
  return (person, year) => {
    const id = clients.get(year)?.get(person)
    return id !== undefined && there.has(id) ? files.readUnder(id) : null
  }
}
