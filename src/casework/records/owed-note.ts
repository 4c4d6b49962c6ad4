import { z } from 'zod'
import { auditEntrySchema } from './audit-entry.ts'

const { at, actor, action, domain, table, count, detail } = auditEntrySchema.shape

/** What waits to be entered in the trail. Anybody with the disk can put something there, so it is looked at when it is read. */
export const owedNoteSchema = z.object({
  at,
  action,
  actor: z.exactOptional(actor),
  kind: z.exactOptional(z.object({ domain: domain.unwrap(), table: table.unwrap() })),
  about: z.exactOptional(z.string().nullable()),
  count: z.exactOptional(count),
  detail: z.exactOptional(detail.unwrap()),
})
