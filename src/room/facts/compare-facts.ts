import { clientKind } from '../../casework/clients/client.ts'
import { clientMergeKind } from '../../casework/clients/client-merge.ts'
import { type MergedFiles, mergedFiles } from '../../casework/clients/merged-files.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { Fact } from '../../statistics/fact.ts'
import {
  type FactSheet,
  type FormerFact,
  factFromFormer,
  factSheetKind,
  isSheet,
  sheetsInForce,
} from '../../statistics/fact-sheet.ts'
import type { CountedKind } from '../../statistics/facts/counted-kind.ts'
import { countedKinds } from '../../statistics/facts/counted-kinds.ts'
import type { Change, OpenVault } from '../../vault/vault.ts'
import type { FactCheck } from '../contract/facts.ts'
import { deriveFacts, factTexts } from './derive-facts.ts'
import { type FactSource, keptMark, revisionOf, sourceName } from './fact-source.ts'

/** What a comparison came to, and what would have to be saved for the facts to be what the records say. */
export interface Comparison {
  found: FactCheck
  mending: Change[]
}

/** All sources of a kind. `incomplete`: records of it that could not be read. */
const sourcesOf = async (vault: OpenVault, counted: CountedKind<unknown>, files: MergedFiles) => {
  const { kind, by } = counted
  const { records, unreadable } = await vault.list(kind)
  const byPerson = (): FactSource[] =>
    [...Map.groupBy(records, ({ id, value }) => files.readUnder(kind.clientOf(value, id) ?? id))].map(
      ([of, own]) => ({ counted, of, records: own }),
    )
  const sources =
    by === 'client' ? byPerson() : records.map((record) => ({ counted, of: record.id, records: [record] }))
  return { counted, sources, unreadable: unreadable.map(({ id }) => id) }
}

/** How far what stands is from what should: facts that are missing, too many, or one in place of another. */
const distance = (stands: readonly Fact[], should: readonly Fact[]) => {
  const left = factTexts(stands)
  const wanted = factTexts(should).filter((text) => {
    const place = left.indexOf(text)
    if (place >= 0) left.splice(place, 1)
    return place < 0
  })
  const different = Math.min(left.length, wanted.length)
  return { missing: wanted.length - different, surplus: left.length - different, different }
}

/**
 * Works out anew what every record leaves behind and compares it with what stands. Reads everything from the disk. What cannot be
 * read is not judged, and nothing that may be its is called too much.
 */
export const compareFacts = async (vault: OpenVault): Promise<Comparison> => {
  const files = mergedFiles((await vault.list(clientMergeKind)).records.map(({ value }) => value))
  const clients = await vault.list(clientKind)
  const around = { vault, files, clients: new Map(clients.records.map(({ id, value }) => [id, value])) }
  const stored = await vault.list(factSheetKind)
  const revisions = new Map(stored.records.map(({ id, revision }) => [id, revision]))
  const damaged = new Set(stored.unreadable.map(({ id }) => id))
  for (const [id, revision] of await vault.revisions(factSheetKind, [...damaged])) revisions.set(id, revision)
  const inForce = sheetsInForce(stored.records)
  const found: FactCheck = {
    sources: 0,
    facts: 0,
    missing: 0,
    surplus: 0,
    different: 0,
    kept: 0,
    former: 0,
    unreadable: damaged.size,
  }
  const mending: Change[] = []
  const mend = (id: string, value: FactSheet): void => {
    mending.push({ kind: factSheetKind, id, expectedRevision: revisions.get(id) ?? 0, value })
  }
  const known = new Set<string>()
  /** Whether every source is known, so that a sheet of none of them is too much. */
  let all = true

  for (const counted of countedKinds) {
    const { sources, unreadable } = await sourcesOf(vault, counted, files)
    found.unreadable += unreadable.length
    for (const of of unreadable) known.add(await sourceName(vault, { counted, of }))
    if (counted.by === 'client' && unreadable.length > 0) {
      all = false
      continue
    }
    const [derived, names] = [
      await deriveFacts(sources, around),
      await Promise.all(sources.map((source) => sourceName(vault, source))),
    ]
    for (const [place, source] of sources.entries()) {
      const name = names[place] ?? ''
      const { facts = [], unsure = true } = derived[place] ?? {}
      known.add(name)
      if (unsure) continue
      const sheet = inForce.get(name)?.value
      const { missing, surplus, different } = distance(sheet?.facts ?? [], facts)
      found.sources += 1
      found.facts += facts.length
      found.missing += missing
      found.surplus += surplus
      found.different += different
      if (missing + surplus + different > 0 || sheet?.kept || damaged.has(name))
        mend(name, { source: name, revision: Math.max(revisionOf(source), sheet?.revision ?? 0), facts })
    }
  }

  for (const [source, row] of inForce) {
    if (known.has(source) || row.value.facts.length === 0) continue
    if (await isKept(vault, row)) found.kept += row.value.facts.length
    else if (all) {
      found.surplus += row.value.facts.length
      mend(source, { source, revision: row.value.revision, facts: [] })
    }
  }
  for (const { id, kept } of await former(
    vault,
    stored.records,
    [...around.clients.keys()].map(files.readUnder),
  )) {
    found.former += 1
    const sheet = { source: id, revision: 1, facts: kept ? [kept] : [] }
    mend(id, kept ? { ...sheet, kept: await keptMark(vault, id) } : sheet)
  }
  return { found, mending }
}

const isKept = async (vault: OpenVault, { value }: Stored<FactSheet>): Promise<boolean> =>
  value.kept !== undefined && value.kept === (await keptMark(vault, value.source))

/**
 * Facts of an earlier release: their records leave them again, so they go; but for those of people who were erased since, by whom
 * no file stands any more.
 */
const former = async (
  vault: OpenVault,
  rows: readonly Stored<FactSheet | FormerFact>[],
  files: readonly string[],
): Promise<{ id: string; kept: Fact | null }[]> => {
  const facts = rows.flatMap((row) => (isSheet(row) ? [] : [{ id: row.id, fact: row.value as FormerFact }]))
  const years = new Set(facts.map(({ fact }) => fact.month.slice(0, 4)))
  const living = new Set<string>()
  for (const year of years)
    for (const person of await Promise.all(
      [...new Set(files)].map((id) => vault.pseudonym('statistics', `${year}.${id}`)),
    ))
      living.add(person)
  return facts.map(({ id, fact }) => ({
    id,
    kept: fact.person !== null && !living.has(fact.person) ? factFromFormer(fact) : null,
  }))
}
