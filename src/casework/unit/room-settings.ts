import { z } from 'zod'
import type { RecordKind } from '../records/record.ts'

/** What an administrator sets for everybody here. */
export const roomSettingsSchema = z.strictObject({
  /** Minutes without a sign of life after which a window locks. */
  idleMinutes: z.int().min(2).max(10),
})
export type RoomSettings = z.infer<typeof roomSettingsSchema>

export const defaultSettings: RoomSettings = { idleMinutes: 5 }

export const roomSettingsKind: RecordKind<RoomSettings> = {
  table: 'roomSettings',
  domain: 'config',
  version: 1,
  schema: roomSettingsSchema,
  clientOf: () => null,
}
