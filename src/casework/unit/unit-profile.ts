import { z } from 'zod'
import type { RecordKind } from '../records/record.ts'
import { nameSchema } from '../records/values.ts'

/** How much a room may publish; chosen by last year's number of clients and kept for a year. */
export const releaseProfiles = ['small', 'medium', 'large'] as const
export type ReleaseProfile = (typeof releaseProfiles)[number]

/** What this installation is: a counselling room, a county desk, or a demonstration of both. */
export const unitProfileSchema = z.strictObject({
  kind: z.enum(['room', 'county', 'demo']),
  name: nameSchema,
  /** Division code: 9 digits for a room (township), 6 for a county desk. */
  code: z.string().regex(/^(\d{6}|\d{9})$/),
  releaseProfile: z.enum(releaseProfiles),
})
export type UnitProfile = z.infer<typeof unitProfileSchema>

export const unitProfileKind: RecordKind<UnitProfile> = {
  table: 'unitProfile',
  domain: 'config',
  version: 1,
  schema: unitProfileSchema,
  clientOf: () => null,
}

/** Division codes of the demonstration: no province begins with 00. Real desks take nothing from them, nor they from real rooms. */
export const DEMO_COUNTY_CODE = '000000'
export const DEMO_UNIT_CODE = '000000000'
export const isDemoCode = (code: string): boolean => code.startsWith(DEMO_COUNTY_CODE)
