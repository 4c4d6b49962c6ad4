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

/** One kind of stored record: where it lives, who may read it, and what it must look like. */
export interface RecordKind<T> {
  /** Name of the table; part of what the seal binds, so it never changes. */
  table: string
  domain: Domain
  /** Version of `schema`, bound by the seal. */
  version: number
  schema: z.ZodType<T>
  /** The client a record belongs to, bound by the seal; null when it belongs to none. */
  clientOf(value: T): string | null
}

/** A record as read back: `revision` counts from 1 and rises by one with every change. */
export interface Stored<T> {
  id: string
  revision: number
  value: T
}
