import { existsSync } from 'node:fs'
import type { Store } from '../../county/store/store.ts'
import { StoreError } from '../../county/store/store-error.ts'
import { openStore } from '../../host/open-store.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { WrongArguments } from '../command.ts'
import { readFileWithin } from '../read-file.ts'

/** Words that say where a store is: one of them, or the variable ANXIN_COUNTY_STORE. */
export const storeOptions = { store: { type: 'string' }, 'store-file': { type: 'string' } } as const
export type StoreWords = { [Word in keyof typeof storeOptions]?: string | undefined }

const largestAddress = 10_000
const isAddress = (place: string): boolean => place.includes('://')

/**
 * Opens the store that is meant, and closes it again whatever happens. `mayMake`: whether a folder that is not there becomes an empty
 * store. What goes wrong with the store is refused by its code alone: its address may hold a password. Throws `WrongArguments` when
 * no store is named.
 */
export async function withStore<T>(
  words: StoreWords,
  mayMake: boolean,
  work: (store: Store) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const place = await placeOf(words)
  if (!place.ok) return place
  if (!mayMake && !isAddress(place.value) && !existsSync(place.value)) return refused('STORE_NOT_FOUND')
  try {
    const store = await openStore(place.value)
    try {
      return await work(store)
    } finally {
      await store.close()
    }
  } catch (error) {
    if (error instanceof StoreError) return refused(error.code)
    throw error
  }
}

/** The address itself, not to be shown to anybody. */
async function placeOf({ store, 'store-file': file }: StoreWords): Promise<Outcome<string>> {
  if (store !== undefined && file !== undefined) throw new WrongArguments()
  if (file !== undefined) {
    const bytes = await readFileWithin(file, largestAddress)
    if (!bytes.ok) return bytes
    return named(new TextDecoder().decode(bytes.value).trim())
  }
  return named(store ?? process.env.ANXIN_COUNTY_STORE ?? '')
}

const named = (place: string): Outcome<string> => {
  if (place === '') throw new WrongArguments()
  return done(place)
}
