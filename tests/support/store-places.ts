import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { makePostgres } from './postgres-server.ts'
import { makeSharded } from './sharded-postgres.ts'

/** Where a store of a test is. */
export interface StorePlace {
  address: string
  remove(): Promise<void>
}

interface Engine {
  make(folder: string): Promise<StorePlace>
}

/** Every engine that a county's store runs on, by name; each makes an empty one. */
export const engines: [string, Engine][] = [
  [
    'PGlite',
    {
      make: async (folder) => {
        await mkdir(folder, { recursive: true })
        return { address: join(folder, 'pglite'), remove: async () => undefined }
      },
    },
  ],
  [
    'PostgreSQL',
    {
      make: async () => {
        const server = await makePostgres()
        return { address: server.address(), remove: () => server.remove() }
      },
    },
  ],
  ['sharded PostgreSQL', { make: makeSharded }],
]
