import { z } from 'zod'
import type { RecordKind } from '../records/record.ts'
import { idSchema, instantSchema, noteSchema } from '../records/values.ts'
import { responseLevelSchema } from './response-level.ts'

/** What a member of staff found and did after a critical item; the only way an alert ends. */
export const alertHandlingSchema = z.strictObject({
  handledBy: idSchema,
  handledAt: instantSchema,
  /** Was the client asked directly, and what did they say. */
  asked: z.enum(['confirmed', 'denied', 'notAsked']),
  responseLevel: responseLevelSchema,
  /** What was said and done; with `notAsked`, why not. Never empty. */
  entry: noteSchema.min(5),
})
export type AlertHandling = z.infer<typeof alertHandlingSchema>

/** Raised by an answer to a critical item, whatever the score; open until `handling` is entered. */
export const criticalAlertSchema = z.strictObject({
  clientId: idSchema,
  assessmentId: idSchema,
  instrument: z.string().min(1).max(60),
  item: z.string().min(1).max(10),
  value: z.number().int(),
  raisedAt: instantSchema,
  handling: alertHandlingSchema.nullable(),
})
export type CriticalAlert = z.infer<typeof criticalAlertSchema>

export const criticalAlertKind: RecordKind<CriticalAlert> = {
  table: 'criticalAlerts',
  domain: 'case',
  version: 1,
  schema: criticalAlertSchema,
  clientOf: (alert) => alert.clientId,
  changeable: ({ handling }) => (handling === null ? ['handling'] : []),
}
