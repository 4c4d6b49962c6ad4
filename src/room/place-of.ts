import type { VaultPlace } from '../vault/store/place.ts'
import { folderOf } from './journal/folders.ts'
import { recordKinds } from './record-kinds.ts'

/** Where the vault of this name lives. */
export const placeOf = async (name: string): Promise<VaultPlace> => ({
  name,
  kinds: recordKinds,
  folder: await folderOf(name),
})
