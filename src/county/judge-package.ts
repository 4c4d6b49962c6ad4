import type { VerifiedPackage } from '../exchange/read-package.ts'

/** Why a package that is in order in itself cannot be taken in. */
type CountyRefusal =
  /** The unit has reported this period with other content. */
  | 'ALREADY_REPORTED'
  /** Two packages claim one place in the unit's chain, or a link does not fit its neighbour. */
  | 'CHAIN_FORKED'

/** What becomes of a package at the county desk. */
export type Judgement =
  /** `missing`: how many packages between this one and the last one before it have not come. */
  | { decision: 'new'; missing: number }
  /** It is here already, to the letter: taking it in again changes nothing. */
  | { decision: 'known' }
  /** `against`: the number of the package that stands in the way. */
  | { decision: 'refused'; code: CountyRefusal; against: number }

/** A package that was taken in earlier. */
export interface TakenPackage {
  sha256: string
  period: string
  seq: number
  previous: string | null
}

/** Judges a package by what the county has from the same unit. */
export function judgePackage(
  { payload, sha256 }: VerifiedPackage,
  taken: readonly TakenPackage[],
): Judgement {
  const { period, seq, previous } = payload
  if (taken.some((earlier) => earlier.sha256 === sha256)) return { decision: 'known' }
  const samePeriod = taken.find((earlier) => earlier.period === period)
  if (samePeriod) return { decision: 'refused', code: 'ALREADY_REPORTED', against: samePeriod.seq }
  const misfit = taken.find(
    (other) =>
      other.seq === seq ||
      (other.seq === seq - 1 && other.sha256 !== previous) ||
      (other.seq === seq + 1 && other.previous !== sha256),
  )
  if (misfit) return { decision: 'refused', code: 'CHAIN_FORKED', against: misfit.seq }
  const before = taken.filter((earlier) => earlier.seq < seq).map((earlier) => earlier.seq)
  return { decision: 'new', missing: seq - 1 - Math.max(0, ...before) }
}
