import { factSheetKind, isSheet } from '../../statistics/fact-sheet.ts'
import { countedKinds } from '../../statistics/facts/counted-kinds.ts'
import type { Alongside } from '../../vault/erase-client.ts'
import type { Change } from '../../vault/vault.ts'
import { factChanges } from './fact-changes.ts'
import type { FactRoom } from './fact-reader.ts'
import { keptMark, sourceName } from './fact-source.ts'

/**
 * What becomes of the facts of somebody whose files are erased, in the same commit: they stay counted, marked so that their sources
 * are not missed. With the file's id the last thing is gone that a pseudonym could be worked out from, so they are nobody's
 * (PIPL 4 and 73). What stays of them in the records of others, such as a group they took part in, is counted as it now stands.
 */
export const keepFacts =
  (room: FactRoom, files: readonly string[]): Alongside =>
  async (naming) => [...(await keptSheets(room, files)), ...(await factChanges(room, naming, new Map()))]

const keptSheets = async ({ vault }: FactRoom, files: readonly string[]): Promise<Change[]> => {
  const sources: { counted: (typeof countedKinds)[number]; of: string }[] = []
  for (const counted of countedKinds) {
    const { kind, by } = counted
    if (by === 'client') sources.push(...files.map((of) => ({ counted, of })))
    else {
      const { records } = await vault.findAny(kind, 'client', files)
      const goes = records.filter(({ id, value }) => {
        const client = kind.clientOf(value, id) ?? kind.goesWith?.(value) ?? null
        return client !== null && files.includes(client)
      })
      sources.push(...goes.map(({ id: of }) => ({ counted, of })))
    }
  }
  const names = await Promise.all(sources.map((source) => sourceName(vault, source)))
  const { records } = await vault.getAll(factSheetKind, names)
  const counting = records.filter(isSheet).filter(({ value }) => value.facts.length > 0 && !value.kept)
  return Promise.all(
    counting.map(async ({ id, revision, value }) => ({
      kind: factSheetKind,
      id,
      expectedRevision: revision,
      value: { ...value, kept: await keptMark(vault, value.source) },
    })),
  )
}
