import { Dexie } from 'dexie'

/** The databases of this page, as they are before anything is moved. */
export const ordinary = indexedDB

interface Buckets {
  keys(): Promise<string[]>
  open(name: string): Promise<{ indexedDB: IDBFactory }>
  delete(name: string): Promise<void>
}

/** Storage beside the ordinary one; TypeScript does not know it yet. */
const buckets: Buckets = Reflect.get(navigator, 'storageBuckets')

export const bucketNames = async (): Promise<string[]> => (await buckets.keys()).toSorted()

export const openBucket = (name: string): Promise<{ indexedDB: IDBFactory }> => buckets.open(name)

/** Nothing of it may lie there when the next file is tested. */
export const forgetBuckets = async (): Promise<void> => {
  Dexie.dependencies.indexedDB = ordinary
  for (const name of await buckets.keys()) await buckets.delete(name)
}
