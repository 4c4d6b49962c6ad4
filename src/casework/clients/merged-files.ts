import type { ClientMerge } from './client-merge.ts'

/** Which files are read together, and under which of them. */
export interface MergedFiles {
  /** The file a client is read under: their own, unless it was merged into another, and that perhaps into a third. */
  readUnder(id: string): string
  /** The files read under `id`, itself first; nothing but itself for most. */
  readTogether(id: string): string[]
}

/**
 * What the merges that stand come to. A file is read under one other only: of several merges out of one file the first made
 * holds. Merges that go round in a circle, which `checkMerge` lets nobody make, leave each file in it by itself.
 */
export function mergedFiles(merges: readonly ClientMerge[]): MergedFiles {
  const next = new Map<string, string>()
  for (const { from, into } of standing(merges)) if (!next.has(from)) next.set(from, into)
  const readUnder = (id: string): string => {
    const passed = new Set([id])
    let at = id
    for (let into = next.get(at); into !== undefined; into = next.get(at)) {
      if (passed.has(into)) return id
      passed.add(into)
      at = into
    }
    return at
  }
  const under = new Map<string, string[]>()
  for (const from of next.keys()) {
    const into = readUnder(from)
    if (into !== from) under.set(into, [...(under.get(into) ?? []), from])
  }
  return { readUnder, readTogether: (id) => [id, ...(under.get(id) ?? [])] }
}

/** Oldest first; an undone one says nothing any more. */
const standing = (merges: readonly ClientMerge[]): ClientMerge[] =>
  merges
    .filter(({ undone }) => undone === null)
    .sort((a, b) => Date.parse(a.mergedAt) - Date.parse(b.mergedAt))
