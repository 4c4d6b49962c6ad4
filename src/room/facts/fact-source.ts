import type { Stored } from '../../casework/records/record.ts'
import type { CountedKind } from '../../statistics/facts/counted-kind.ts'
import type { OpenVault } from '../../vault/vault.ts'

/** What leaves facts together, and whose sheet they stand on: one record, or a person's records of a kind. */
export interface FactSource {
  counted: CountedKind<unknown>
  /** Id of the record, or of the file a person is read under. */
  of: string
  /** As they stand now; none when there are none any more. */
  records: readonly Stored<unknown>[]
}

/** How often a source has changed. */
export const revisionOf = ({ records }: Pick<FactSource, 'records'>): number =>
  Math.max(
    1,
    records.reduce((sum, { revision }) => sum + revision, 0),
  )

export const keyOfSource = ({ counted, of }: Omit<FactSource, 'records'>): string =>
  `${counted.kind.table}.${of}`

const digits = 32

const nameOf = async (vault: OpenVault, source: Omit<FactSource, 'records'>, ...more: number[]) => {
  const text = ['fact', source.counted.by, keyOfSource(source), ...more].join('.')
  return (await vault.pseudonym(source.counted.kind.domain, text)).slice(0, digits)
}

/** What stands for a source on its sheet; only with the key of the records' own domain can it be worked out. */
export const sourceName = (vault: OpenVault, source: Omit<FactSource, 'records'>): Promise<string> =>
  nameOf(vault, source)

/** What stands on the sheet of a source that was erased: nobody without the key to the statistics can work it out. */
export const keptMark = (vault: OpenVault, source: string): Promise<string> =>
  vault.pseudonym('statistics', `kept.${source}`)

/** Id of the sheet that is put beside the others when a source has come to this revision. */
export const furtherSheetId = (vault: OpenVault, source: FactSource): Promise<string> =>
  nameOf(vault, source, revisionOf(source))
