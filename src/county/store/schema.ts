/** Raised with every change of the tables below; a store of another version is not opened. */
export const schemaVersion = 3

/** A table of the store, written down so that the same columns can stand on one engine, on shards and on a coordinator. */
export interface StoreTable {
  name: string
  /** Type and `not null` of every column, by name. */
  columns: Readonly<Record<string, string>>
  /** No two rows agree in all columns of one of these; the first is the primary key. */
  keys: readonly (readonly string[])[]
}

/** In the order of the bytes on every engine, whatever language its server sorts by. */
const anyText = 'text collate "C"'
const text = `${anyText} not null`
const number = 'integer not null'

/**
 * Published figures only, in plain text, and the files they came in. Every key begins with the code of the desk
 * that holds the row: it is what a cluster is distributed by, and nothing ties two desks' rows together. A table of a package is
 * one row, its cells in grid order, so that adding up is one query.
 */
export const storeTables: readonly StoreTable[] = [
  {
    name: 'units',
    columns: {
      county: text,
      level: text,
      code: text,
      name: text,
      parent: anyText,
      contact: text,
      duty: text,
      residents: 'integer',
      valid_from: text,
      valid_until: anyText,
    },
    keys: [['county', 'level', 'code', 'valid_from']],
  },
  {
    name: 'packages',
    columns: {
      county: text,
      sha256: text,
      unit: text,
      period: text,
      chain: text,
      seq: number,
      previous: anyText,
      plan: text,
      profile: text,
      created: text,
      received: text,
      late: number,
    },
    keys: [
      ['county', 'sha256'],
      ['county', 'unit', 'chain', 'seq'],
      ['county', 'unit', 'period'],
    ],
  },
  {
    name: 'counts',
    columns: {
      county: text,
      unit: text,
      period: text,
      table_id: text,
      plan: text,
      k: 'integer',
      cells: 'integer[] not null',
    },
    keys: [['county', 'period', 'table_id', 'unit']],
  },
  {
    name: 'files',
    columns: { county: text, sha256: text, bytes: 'bytea not null' },
    keys: [['county', 'sha256']],
  },
  {
    name: 'quarantine',
    columns: {
      county: text,
      sha256: text,
      name: text,
      code: text,
      unit: anyText,
      period: anyText,
      seq: 'integer',
      received: text,
      size: number,
      note: anyText,
      put_away: anyText,
      bytes: 'bytea',
    },
    keys: [['county', 'sha256']],
  },
  {
    name: 'merges',
    columns: {
      county: text,
      sha256: text,
      unit: text,
      period: text,
      plan: text,
      created: text,
      received: text,
      late: 'float8 not null',
    },
    keys: [
      ['county', 'sha256'],
      ['county', 'unit', 'period'],
    ],
  },
  {
    name: 'merge_children',
    columns: { county: text, period: text, unit: text, merge_sha256: text, sha256: text, seq: number },
    keys: [['county', 'unit', 'period']],
  },
  {
    name: 'merged_counts',
    columns: {
      county: text,
      unit: text,
      period: text,
      table_id: text,
      plan: text,
      rooms: number,
      cells: 'float8[] not null',
      withheld: 'integer[]',
    },
    keys: [['county', 'period', 'table_id', 'unit']],
  },
]

/** Says which version of the tables a store has. */
export const versionStatements: readonly string[] = [
  'create table store_version (version integer primary key)',
  `insert into store_version (version) values (${schemaVersion})`,
]

/** Names and types of the columns, as they stand in a `create table`. */
export const columnsOf = ({ columns }: StoreTable): string =>
  Object.entries(columns)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ')

const tableStatement = (table: StoreTable): string => {
  const [primary = [], ...others] = table.keys
  const constraints = [`primary key (${primary})`, ...others.map((key) => `unique (${key})`)]
  return `create table ${table.name} (${columnsOf(table)}, ${constraints.join(', ')})`
}

/** The statements that make an empty store. */
export const schemaStatements: readonly string[] = [...storeTables.map(tableStatement), ...versionStatements]
