import { z } from 'zod'
import type { RecordKind } from '../records/record.ts'
import { daySchema, idSchema, instantSchema, nameSchema, noteSchema } from '../records/values.ts'

export const outreachForms = ['talk', 'booth', 'visit', 'media', 'training', 'other'] as const

/** One activity that makes psychology known (科普宣教), as it was entered. About no client: heads are counted. */
export const outreachActivitySchema = z.strictObject({
  title: nameSchema,
  day: daySchema,
  /** Id of a category the room keeps (六进 and others). */
  category: z.string().min(1).max(60),
  form: z.enum(outreachForms),
  place: z.string().trim().max(100),
  /** Who was spoken to, in a few words: pupils of one year, villagers. */
  forWhom: z.string().trim().max(100),
  /** Heads. */
  audience: z.int().min(0).max(100_000),
  /** Sheets handed out. */
  materials: z.int().min(0).max(1_000_000),
  /** What was handed out or shown. */
  materialNames: z.string().trim().max(200),
  staff: z.array(idSchema).max(50),
  volunteers: z.int().min(0).max(1_000),
  note: noteSchema,
})
export type OutreachActivity = z.infer<typeof outreachActivitySchema>

const outreachVersionSchema = z.strictObject({
  activity: outreachActivitySchema,
  /** Entered by mistake: it stays to be read and counts no more. */
  struckOut: z.boolean(),
  /** Why it was corrected; empty in the first version. */
  because: noteSchema,
  by: idSchema,
  at: instantSchema,
})
export type OutreachVersion = z.infer<typeof outreachVersionSchema>

/** An activity with everything that was ever entered about it: a correction is a later version. */
export const outreachSchema = z.strictObject({
  versions: z
    .array(outreachVersionSchema)
    .min(1)
    .max(200)
    .refine((versions) => versions[0]?.struckOut === false)
    .refine((versions) => versions.slice(1).every(({ because }) => because.trim().length >= 2), {
      path: ['because'],
    }),
})
export type Outreach = z.infer<typeof outreachSchema>

export const outreachKind: RecordKind<Outreach> = {
  table: 'outreach',
  domain: 'schedule',
  version: 1,
  schema: outreachSchema,
  clientOf: () => null,
  appends: ['versions'],
}

/** What is known of an activity now; null when it was entered by mistake. */
export const outreachNow = ({ versions }: Outreach): OutreachActivity | null => {
  const last = versions.at(-1)
  return last === undefined || last.struckOut ? null : last.activity
}
