import { Dexie } from 'dexie'
import { onTestFinished } from 'vitest'
import { drawId } from '../../../src/vault/primitives/random.ts'
import { remove } from '../../room/windows.ts'
import { memoryFolder } from '../../support/memory-folder.ts'
import { kinds } from '../room.ts'
import layout1 from './layout-1.json?raw'

const content = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(content)
  if (typeof value !== 'object' || value === null) return value
  if ('base64' in value && typeof value.base64 === 'string')
    return Uint8Array.from(atob(value.base64), (char) => char.charCodeAt(0))
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, content(field)]))
}

/** Rows as the release before wrote them; bytes stand as `{ base64 }`. */
const earlier = JSON.parse(layout1)
export const words: string[] = earlier.words
export const staff: Record<'first' | 'hotline' | 'administrator' | 'counsellor', string> = earlier.staff
export const clientId: string = earlier.clientId

/** The vault as the release before left it: its rows, in a database of its layout, and no second copy. */
export const earlierVault = async () => {
  const name = `earlier-${drawId()}`
  const database = new Dexie(name)
  database.version(2).stores({
    clients: 'id, *index',
    notes: 'id, *index',
    plans: 'id, *index',
    vault: 'id',
    staff: 'id',
    grants: 'id, staffId',
  })
  await database.open()
  for (const [table, rows] of Object.entries<unknown[]>(earlier.rows))
    await database.table(table).bulkAdd(rows.map((row) => content(row)))
  database.close()
  onTestFinished(async () => {
    for (const known of await Dexie.getDatabaseNames()) if (known.startsWith(name)) await remove(known)
  })
  return { name, kinds, folder: memoryFolder() }
}
