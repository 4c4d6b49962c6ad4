import { z } from 'zod'

/** Field types that several records share. */
export const idSchema = z.string().regex(/^[0-9a-f]{32}$/)
/** A moment, UTC, as written by `Date.prototype.toISOString`. */
export const instantSchema = z.iso.datetime()
/** A day of the room's own calendar, `YYYY-MM-DD`. */
export const daySchema = z.iso.date()
/** Statistical division code of a township: 9 digits (province 2, city 2, county 2, township 3). */
export const townshipCodeSchema = z.string().regex(/^\d{9}$/)
export const sexSchema = z.enum(['female', 'male'])
export const languageSchema = z.enum(['zh-CN', 'en'])
export type Language = z.infer<typeof languageSchema>
/** Free text as typed; the cap is a guard against accidents, not a style rule. */
export const noteSchema = z.string().max(20_000)
export const nameSchema = z.string().trim().min(1).max(100)
