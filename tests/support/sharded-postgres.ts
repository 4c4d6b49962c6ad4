import { type Shard, shardedSchema } from '../../src/county/store/sharded-schema.ts'
import { openStore } from '../../src/host/open-store.ts'
import { makePostgres, type PostgresServer, serverPassword, serverUser } from './postgres-server.ts'

/** A coordinator and three shards, each a server of its own. */
export interface ShardedPostgres {
  coordinator: PostgresServer
  shards: PostgresServer[]
  address: string
  remove(): Promise<void>
}

export const makeSharded = async (): Promise<ShardedPostgres> => {
  const [coordinator, ...shards] = (await Promise.all([1, 2, 3, 4].map(makePostgres))) as [
    PostgresServer,
    ...PostgresServer[],
  ]
  for (const shard of shards) await (await openStore(shard.address())).close()
  const at = shards.map(
    ({ port }): Shard => ({
      host: '127.0.0.1',
      port,
      database: 'postgres',
      user: serverUser,
      password: serverPassword,
    }),
  )
  await coordinator.run(shardedSchema(at))
  return {
    coordinator,
    shards,
    address: coordinator.address(),
    remove: async () => {
      for (const server of [coordinator, ...shards]) await server.remove()
    },
  }
}
