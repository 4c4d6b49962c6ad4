import { createRequire } from 'node:module'

/** As much of better-sqlite3's interface as is used. */
interface Statement {
  run(...given: unknown[]): unknown
  all(...given: unknown[]): unknown[]
}
export interface SqlDatabase {
  pragma(source: string): unknown
  exec(source: string): void
  prepare(source: string): Statement
  transaction<Given extends unknown[]>(work: (...given: Given) => void): (...given: Given) => void
  close(): void
}

// A key as it is, so that no time goes into deriving one.
const rawKey = 'a1'.repeat(32)

/** Opens a database as SQLCipher keeps it, or in the clear. */
export const openDatabase = (file: string, { encrypted }: { encrypted: boolean }): SqlDatabase => {
  // Loaded only now: what is measured against is no part of an installation.
  const Database: new (file: string) => SqlDatabase = createRequire(import.meta.url)(
    'better-sqlite3-multiple-ciphers',
  )
  const database = new Database(file)
  if (encrypted) {
    database.pragma("cipher='sqlcipher'")
    database.pragma(`key="x'${rawKey}'"`)
  }
  database.pragma('journal_mode=WAL')
  database.pragma('synchronous=FULL')
  return database
}
