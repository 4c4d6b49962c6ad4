import { clientKind } from '../../../src/casework/clients/client.ts'
import { clientMergeKind } from '../../../src/casework/clients/client-merge.ts'
import { mergedFiles } from '../../../src/casework/clients/merged-files.ts'
import type { Stored } from '../../../src/casework/records/record.ts'
import type { Fact } from '../../../src/statistics/fact.ts'
import { countedKinds } from '../../../src/statistics/facts/counted-kinds.ts'
import type { OpenVault } from '../../../src/vault/vault.ts'
import { valuesOf } from '../vault-here.ts'

/** From before anything that is entered here to well after the last year that how things stand now is said in. */
const years = Array.from({ length: new Date().getFullYear() + 4 - 2024 }, (_, year) => String(2024 + year))

/** What the records of a vault leave behind, worked out from nothing but the records and the functions that say what each counts for. */
export const recounted = async (vault: OpenVault): Promise<Fact[]> => {
  const clients = (await vault.list(clientKind)).records
  const files = mergedFiles(await valuesOf(vault, clientMergeKind))
  const pseudonyms = new Map<string, string>()
  for (const { id } of clients)
    for (const year of years)
      pseudonyms.set(`${year}.${id}`, await vault.pseudonym('statistics', `${year}.${id}`))
  const people = {
    client: (id: string) => clients.find((one) => one.id === files.readUnder(id))?.value ?? null,
    person: (id: string, year: string) => {
      const known = pseudonyms.get(`${year}.${files.readUnder(id)}`)
      if (known === undefined) throw new Error(`nobody in ${year}`)
      return known
    },
  }
  const facts: Fact[] = []
  for (const counted of countedKinds) {
    const { records } = await vault.list(counted.kind)
    const of = ({ id, value }: Stored<unknown>) =>
      counted.by === 'record' ? id : files.readUnder(counted.kind.clientOf(value, id) ?? '')
    for (const together of Map.groupBy(records, of).values()) facts.push(...counted.facts(together, people))
  }
  return facts
}

/** Facts as texts, in an order that says nothing. */
export const sorted = (facts: readonly Fact[]): string[] =>
  facts.map((fact) => JSON.stringify(Object.entries(fact).sort())).sort()
