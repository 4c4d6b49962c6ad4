import type { Fact } from '../../statistics/fact.ts'
import { type FactSheet, factSheetKind, isSheet } from '../../statistics/fact-sheet.ts'
import type { Change, OpenVault } from '../../vault/vault.ts'
import { areSameFacts, type Derived, deriveFacts } from './derive-facts.ts'
import type { Earlier, FactRoom } from './fact-reader.ts'
import { furtherSheetId, revisionOf, sourceName } from './fact-source.ts'
import { type TouchedSource, touchedSources } from './touched-sources.ts'

/** A source with what it leaves behind and left behind before; null where that cannot be told. */
interface Told {
  source: TouchedSource
  now: Fact[]
  before: Fact[] | null
}

/**
 * What has to be saved with these changes so that what is counted stays what the records say. Whoever holds the key to the
 * statistics puts a source's sheet in the place of the one before. Who does not hold it cannot read that one, and puts a later
 * one beside it when the record says something else than it did.
 */
export const factChanges = async (
  room: FactRoom,
  changes: readonly Change[],
  earlier: Earlier,
): Promise<Change[]> => {
  const { sources, around } = await touchedSources(room, changes, earlier)
  if (sources.length === 0) return []
  const now = await deriveFacts(sources, around)
  const before = await deriveFacts(
    sources.map(({ counted, before: record }) => ({ counted, records: record ? [record] : [] })),
    around,
  )
  const told = sources.map((source, place): Told => {
    const known = source.isNew || source.before !== null
    return { source, now: factsOf(now[place]), before: known ? factsOf(before[place]) : null }
  })
  const counting = told.filter((one) => one.before === null || one.before.length + one.now.length > 0)
  return room.vault.opens('statistics')
    ? puttingInPlace(room.vault, counting)
    : puttingBeside(room.vault, counting)
}

const factsOf = (derived: Derived | undefined): Fact[] => derived?.facts ?? []

const sheetChange = (id: string, expectedRevision: number, value: FactSheet): Change => ({
  kind: factSheetKind,
  id,
  expectedRevision,
  value,
})

const puttingInPlace = async (vault: OpenVault, told: readonly Told[]): Promise<Change[]> => {
  const names = await Promise.all(told.map(({ source }) => sourceName(vault, source)))
  const known = names.filter((_, place) => told[place]?.source.isNew !== true)
  const stored = await vault.getAll(factSheetKind, known)
  const revisions = await vault.revisions(factSheetKind, known)
  const sheets = new Map(stored.records.filter(isSheet).map((row) => [row.id, row.value]))
  return told.flatMap(({ source, now, before }, place) => {
    const name = names[place] ?? ''
    const sheet = sheets.get(name)
    const stands = !sheet?.kept && areSameFacts(sheet?.facts ?? [], now)
    const changed = before !== null && !areSameFacts(before, now)
    const isUnreadable = sheet === undefined && revisions.has(name)
    if (stands && !changed && !isUnreadable) return []
    // What was counted of somebody who is gone stays counted.
    if (sheet?.kept && source.records.length === 0) return []
    return sheetChange(name, revisions.get(name) ?? 0, {
      source: name,
      revision: revisionOf(source),
      facts: now,
    })
  })
}

const puttingBeside = async (vault: OpenVault, told: readonly Told[]): Promise<Change[]> => {
  const changed = told.filter(({ before, now }) => !areSameFacts(before ?? [], now))
  const names = await Promise.all(changed.map(({ source }) => sourceName(vault, source)))
  const there = await vault.revisions(factSheetKind, names)
  return Promise.all(
    changed.map(async ({ source, now }, place) => {
      const name = names[place] ?? ''
      const id = there.has(name) ? await furtherSheetId(vault, source) : name
      return sheetChange(id, 0, { source: name, revision: revisionOf(source), facts: now })
    }),
  )
}
