import { isSame } from '../../casework/records/is-same.ts'
import type { CallEntry } from '../../room/contract/hotline.ts'

/** Fields made of parts of their own, each changed by itself. */
const inParts = ['answers', 'leftOut'] as const

/** What two who write the same call came to: both together, and the fields that both changed otherwise. */
export interface MergedCall {
  entry: CallEntry
  clashes: (keyof CallEntry)[]
}

/**
 * Puts together what two wrote on top of the same `base`: each field as whoever changed it wrote it. Where both did, and not the same, mine
 * stands and the field is a clash.
 */
export function mergedCall(base: CallEntry, mine: CallEntry, theirs: CallEntry): MergedCall {
  const entry: CallEntry = { ...theirs }
  const clashes: MergedCall['clashes'] = []
  const take = <Name extends keyof CallEntry>(name: Name): void => {
    if (isSame(mine[name] ?? null, base[name] ?? null)) return
    const alsoTheirs =
      !isSame(theirs[name] ?? null, base[name] ?? null) && !isSame(theirs[name] ?? null, mine[name] ?? null)
    if (mine[name] === undefined) delete entry[name]
    else entry[name] = mine[name]
    if (alsoTheirs) clashes.push(name)
  }
  const concern = togetherIn(base.concern, mine.concern, theirs.concern)
  const names = new Set([...keysOf(base), ...keysOf(mine), ...keysOf(theirs)])
  for (const name of names)
    if (name === 'concern' && concern !== null) entry.concern = concern
    else if (!inParts.some((one) => one === name)) take(name)
  for (const name of inParts) {
    const parts = mergedParts(base[name] ?? {}, mine[name] ?? {}, theirs[name] ?? {})
    if (Object.keys(parts.value).length > 0 || entry[name] !== undefined)
      Object.assign(entry, { [name]: parts.value })
    if (parts.clash) clashes.push(name)
  }
  return { entry, clashes }
}

/** What two wrote on after the same beginning, one after the other; null where either changed the beginning. */
function togetherIn(base: string, mine: string, theirs: string): string | null {
  if (mine.startsWith(theirs)) return mine
  if (theirs.startsWith(mine)) return theirs
  if (!mine.startsWith(base) || !theirs.startsWith(base)) return null
  return `${theirs}\n${mine.slice(base.length)}`
}

const keysOf = (entry: CallEntry) => Object.keys(entry) as (keyof CallEntry)[]

function mergedParts(
  base: Readonly<Record<string, unknown>>,
  mine: Readonly<Record<string, unknown>>,
  theirs: Readonly<Record<string, unknown>>,
): { value: Record<string, unknown>; clash: boolean } {
  const value: Record<string, unknown> = { ...theirs }
  let clash = false
  for (const part of new Set([...Object.keys(base), ...Object.keys(mine)])) {
    if (isSame(mine[part] ?? null, base[part] ?? null)) continue
    clash ||=
      !isSame(theirs[part] ?? null, base[part] ?? null) && !isSame(theirs[part] ?? null, mine[part] ?? null)
    if (mine[part] === undefined) delete value[part]
    else value[part] = mine[part]
  }
  return { value, clash }
}
