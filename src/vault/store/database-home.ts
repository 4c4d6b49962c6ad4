import { Dexie } from 'dexie'

/** Storage beside the browser's ordinary one for this origin; TypeScript does not know it yet. */
interface StorageBuckets {
  keys(): Promise<string[]>
  open(
    name: string,
    options: { durability: 'strict'; persisted: boolean },
  ): Promise<{ indexedDB: IDBFactory }>
}

const bucketsHere = (): StorageBuckets | undefined =>
  (navigator as Navigator & { storageBuckets?: StorageBuckets }).storageBuckets

const numberOf = (bucket: string): number => Number(/^anxin-(\d+)$/.exec(bucket)?.[1] ?? 0)

const newestNumber = async (buckets: StorageBuckets): Promise<number> =>
  Math.max(1, ...(await buckets.keys()).map(numberOf))

const enter = async (buckets: StorageBuckets, number: number): Promise<void> => {
  const { indexedDB } = await buckets.open(`anxin-${number}`, { durability: 'strict', persisted: true })
  Dexie.dependencies.indexedDB = indexedDB
}

const tries = 3

/** A browser that is busy, or only now has room again, is asked once more. */
const opens = async (): Promise<boolean> => {
  for (let attempt = 1; attempt <= tries; attempt++) {
    try {
      await Dexie.dependencies.indexedDB.databases()
      return true
    } catch {
      await new Promise((passed) => setTimeout(passed, attempt * 200))
    }
  }
  return false
}

const findHome = async (): Promise<boolean> => {
  const buckets = bucketsHere()
  const newest = buckets ? await newestNumber(buckets) : 1
  if (buckets && newest > 1) await enter(buckets, newest)
  return opens()
}

let home: Promise<boolean> | null = null

/**
 * Whether the browser opens its databases at all: the ordinary ones or, once it did not, those that took their place. What
 * is wrong there concerns all of them, so that a new name alone would not help.
 */
export const databaseHomeOpens = async (): Promise<boolean> => {
  home ??= findHome()
  const opened = await home
  if (!opened) home = null
  return opened
}

/**
 * From now on all databases are made and sought in a new place, beside the one that does not open any more and that is
 * left as it is. False where the browser offers none.
 */
export const moveDatabaseHome = async (): Promise<boolean> => {
  const buckets = bucketsHere()
  if (!buckets) return false
  await enter(buckets, (await newestNumber(buckets)) + 1)
  home = Promise.resolve(true)
  return true
}
