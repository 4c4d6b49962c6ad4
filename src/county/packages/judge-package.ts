import type { VerifiedPackage } from '../../exchange/read-package.ts'

/** Why a package that is in order in itself is not taken in. */
type CountyRefusal =
  /** The unit has reported this period in another place of its chain. */
  | 'ALREADY_REPORTED'
  /** Two packages claim one place in the unit's chain, or a link does not fit its neighbour: somebody else may be signing. */
  | 'CHAIN_FORKED'
  /** Packages before this one have not come. It is kept until they do. */
  | 'CHAIN_GAP'
  /** The room was counted for this period already, in the merged package of a county. */
  | 'MERGE_ROOM_TWICE'

/** What becomes of a package at the county desk. */
export type Judgement =
  /** `unusual`: tables that count a hundred times what the unit last reported; worth a call, and no fault. */
  | { decision: 'new'; unusual: string[] }
  /** It is here already, to the letter: taking it in again changes nothing. */
  | { decision: 'known' }
  /** `against`: the number of the package that stands in the way; for a gap, of the last one before it. */
  | { decision: 'refused'; code: CountyRefusal; against: number }

/** A package that was taken in earlier. */
export interface TakenPackage {
  sha256: string
  period: string
  chain: string
  seq: number
}

/** Judges a package's place by what the county has from the same unit: packages are taken in the order they were written. */
export function judgePlace(
  { payload: { period, seq, previous }, sha256, chain }: VerifiedPackage,
  taken: readonly TakenPackage[],
): Exclude<Judgement, { decision: 'new' }> | null {
  if (taken.some((earlier) => earlier.sha256 === sha256)) return { decision: 'known' }
  const last = taken
    .filter((earlier) => earlier.chain === chain)
    .reduce((newest, earlier) => (earlier.seq > newest.seq ? earlier : newest), beforeTheFirst)
  if (seq > last.seq + 1) return { decision: 'refused', code: 'CHAIN_GAP', against: last.seq }
  if (seq <= last.seq) return { decision: 'refused', code: 'CHAIN_FORKED', against: seq }
  if (previous !== last.sha256) return { decision: 'refused', code: 'CHAIN_FORKED', against: last.seq }
  const samePeriod = taken.find((earlier) => earlier.period === period)
  return samePeriod ? { decision: 'refused', code: 'ALREADY_REPORTED', against: samePeriod.seq } : null
}

const beforeTheFirst: { seq: number; sha256: string | null } = { seq: 0, sha256: null }
