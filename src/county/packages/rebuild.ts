import type { VerifiedMerge } from '../../exchange/merge/merge-merges.ts'
import { type PackageDesk, readPackage, type VerifiedPackage } from '../../exchange/read-package.ts'
import type { Store } from '../store/store.ts'
import type { Unit } from '../units/unit.ts'
import { enterUnits } from '../units/units.ts'
import { takeInMerge } from '../upward/take-in-merge.ts'
import { takeIn } from './import-package.ts'

/** A package's file as it was kept, and the day it came: its sender's key is held against that day. */
export interface KeptFile {
  bytes: Uint8Array
  /** `YYYY-MM-DD` */
  day: string
}

/** A county's merged package as it was verified, and the day it came. */
export interface KeptMerge {
  merge: VerifiedMerge
  /** `YYYY-MM-DD` */
  day: string
}

/** What a rebuilt store holds, and the files that could not be taken in, by their position and reason. */
export interface Rebuilt {
  taken: number
  refused: { file: number; code: string }[]
}

/**
 * Empties a county's part of the store and fills it from the package files that were kept, each verified anew.
 * All in one transaction: when anything throws, the store stays as it was.
 */
export async function rebuild(
  store: Store,
  units: readonly Unit[],
  files: readonly KeptFile[],
  desk: PackageDesk,
  merges: readonly KeptMerge[] = [],
): Promise<Rebuilt> {
  const county = desk.addressee.unit
  const refused: Rebuilt['refused'] = []
  const verified: { file: number; day: string; content: VerifiedPackage }[] = []
  for (const [file, { bytes, day }] of files.entries()) {
    const read = await readPackage(bytes, { ...desk, today: day })
    if (read.ok) verified.push({ file, day, content: read.value })
    else refused.push({ file, code: read.refusal.code })
  }
  return store.transaction(async (queries) => {
    for (const table of ['counts', 'packages', 'merged_counts', 'merge_children', 'merges']) {
      await queries.query(`delete from ${table} where county = $1`, [county])
    }
    await enterUnits(queries, county, units)
    let taken = 0
    for (const { file, day, content } of verified.toSorted(inOrder)) {
      const judgement = await takeIn(queries, content, day)
      if (judgement.decision === 'new') taken += 1
      else if (judgement.decision === 'refused') refused.push({ file, code: judgement.code })
    }
    for (const { merge, day } of merges) await takeInMerge(queries, merge, day)
    return { taken, refused }
  })
}

/** Each chain in the order it was written, whatever order the files were kept in. */
const inOrder = (a: { content: VerifiedPackage }, b: { content: VerifiedPackage }): number =>
  a.content.payload.seq - b.content.payload.seq
