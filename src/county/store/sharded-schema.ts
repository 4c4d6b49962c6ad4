import { columnsOf, type StoreTable, storeTables, versionStatements } from './schema.ts'

/** A PostgreSQL server that holds a part of the desks, and how the coordinator reaches it. */
export interface Shard {
  host: string
  port: number
  database: string
  user: string
  password: string
}

/**
 * The statements for the coordinator of a sharded PostgreSQL, run there once by who may make extensions and servers, in an empty
 * database. Each shard is an ordinary store that was opened once (`county units --store postgres://shard…`); which desks it holds follows
 * from the hash of their code. All rows of one desk are on one shard, so that what a transaction changes is confirmed by that shard alone.
 */
export const shardedSchema = (shards: readonly Shard[]): string[] => [
  'create extension if not exists postgres_fdw',
  ...shards.flatMap(serverStatements),
  ...storeTables.flatMap((table) => [
    `create table ${table.name} (${columnsOf(table)}) partition by hash (county)`,
    ...shards.map((_, part) => partition(table, part, shards.length)),
  ]),
  ...versionStatements,
]

/**
 * What makes an ordinary store on the coordinator of a Citus cluster a distributed one. As Citus documents it, and not run in our
 * tests: Citus is not in Debian.
 */
export const citusStatements: readonly string[] = [
  ...storeTables.map(({ name }, n) => {
    const beside = n === 0 ? '' : `, colocate_with => '${storeTables[0]?.name}'`
    return `select create_distributed_table('${name}', 'county'${beside})`
  }),
  "select create_reference_table('store_version')",
]

const serverStatements = ({ host, port, database, user, password }: Shard, part: number): string[] => [
  `create server shard_${part} foreign data wrapper postgres_fdw options (host ${literal(host)}, port '${port}', dbname ${literal(
    database,
  )}, connect_timeout '10', keepalives_idle '30', fetch_size '10000', batch_size '100')`,
  `create user mapping for public server shard_${part} options (user ${literal(user)}, password ${literal(password)})`,
]

const partition = ({ name }: StoreTable, part: number, parts: number): string =>
  `create foreign table ${name}_${part} partition of ${name} for values with (modulus ${parts}, remainder ${part}) server shard_${part} options (table_name '${name}')`

const literal = (value: string): string =>
  `${value.includes('\\') ? ' E' : ''}'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
