import { z } from 'zod'
import { daySchema } from '../../casework/records/values.ts'

/** From the widest to the narrowest; a city holds counties, a county townships, a township rooms. */
export const unitLevels = ['city', 'county', 'township', 'room'] as const
export type UnitLevel = (typeof unitLevels)[number]

/** How often a room has to report; `none` while it does not yet, or no more. */
export const reportingDuties = ['month', 'quarter', 'none'] as const
export type ReportingDuty = (typeof reportingDuties)[number]

/** What a unit was from one day on until another: a unit that is renamed or comes to another township is entered anew from that day. */
export const unitSchema = z.strictObject({
  level: z.enum(unitLevels),
  /** Division code of 6 digits for a city (`330100`) or county, of 9 for a township; for a room its county's 6 and 3 of its own. */
  code: z.string().regex(/^(\d{6}|\d{9})$/),
  name: z.string().trim().min(1).max(100),
  /** Code of the unit one level up that it belongs to; null at the top. */
  parent: z
    .string()
    .regex(/^(\d{6}|\d{9})$/)
    .nullable(),
  /** Whom to call, as the coordinator writes it. */
  contact: z.string().trim().max(200),
  duty: z.enum(reportingDuties),
  /** People who live there, for rates; null while nobody has said. */
  residents: z.int().min(1).max(100_000_000).nullable(),
  /** First day. */
  from: daySchema,
  /** First day on which it is no more, or is something else; null while it is. */
  until: daySchema.nullable(),
})
export type Unit = z.infer<typeof unitSchema>

/** What tells one unit from another: a township and a room may have the same digits. */
export type UnitKey = Pick<Unit, 'level' | 'code'>

/** The key as one word. */
export const wordOf = ({ level, code }: UnitKey): string => `${level} ${code}`

/** The level that units of a level belong to; null for the widest. */
export const levelAbove = (level: UnitLevel): UnitLevel | null =>
  unitLevels[unitLevels.indexOf(level) - 1] ?? null

/** The unit it belongs to; null when it stands at the top, or nobody has said. */
export const parentOf = ({ level, parent }: Pick<Unit, 'level' | 'parent'>): UnitKey | null => {
  const above = levelAbove(level)
  return above === null || parent === null ? null : { level: above, code: parent }
}

/** Is it in force on this day? */
export const isInForceOn = ({ from, until }: Pick<Unit, 'from' | 'until'>, day: string): boolean =>
  from <= day && (until === null || day < until)
