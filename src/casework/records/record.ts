import type { z } from 'zod'

/** Key domains: who may read a record is decided by which of these keys a role holds. */
export const domains = [
  'identity',
  'case',
  'assessment',
  'hotline',
  'schedule',
  'statistics',
  'exchange',
  'audit',
  'config',
] as const
export type Domain = (typeof domains)[number]

/** Gives what a record may be found by, null for none. (A method's type, so that kinds of all records fit one list.) */
type IndexOf<T> = { of(value: T): string | null }['of']

/** One kind of stored record: where it lives, who may read it, and what it must look like. */
export interface RecordKind<T> {
  /** Name of the table; part of what the seal binds, so it never changes. */
  table: string
  domain: Domain
  /** Version of `schema`, bound by the seal. */
  version: number
  schema: z.ZodType<T>
  /** The client a record belongs to, under whose key it is sealed; null when it belongs to none. A client is their own. */
  clientOf(value: T, id: string): string | null
  /** The client with whom a record goes when they are erased, though it is not sealed under their key; found under an index `client`. */
  goesWith?(value: T): string | null
  /**
   * The record with a client gone from it who is erased, where it stays without them; whose file is read under another one is
   * named by that from now on. Null when they are not named in it.
   */
  without?(value: T, clientId: string, under: string | null): T | null
  /** New records may also come from staff whose roles do not open the domain; of any other kind they are forged. */
  fromAnyRole?: true
  /** Fields that may still change in a record as it stands; every field when left out. */
  changeable?(before: T): readonly string[]
  /** Lists that are only added to at their end: what stands in them stays as it is. */
  appends?: readonly string[]
  /** What records of this kind can be found by besides the client; stored only as a keyed hash. */
  indexes?: Record<string, IndexOf<T>>
}

/** A record as read back: `revision` counts from 1 and rises by one with every change. */
export interface Stored<T> {
  id: string
  revision: number
  value: T
}
