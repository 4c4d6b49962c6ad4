import {
  defaultSettings,
  type RoomSettings,
  roomSettingsKind,
  roomSettingsSchema,
} from '../casework/unit/room-settings.ts'
import { done, type Outcome, refused } from '../instruments/outcome.ts'
import { commands } from './commands.ts'
import type { SettingsApi } from './contract/settings.ts'
import type { Session } from './session.ts'

/** What an administrator sets for everybody here. */
export const settingsApi = (session: () => Session): SettingsApi => {
  const stored = async () => (await session().list(roomSettingsKind)).records[0]
  return {
    async settings() {
      return (await stored())?.value ?? defaultSettings
    },
    ...commands({
      async changeSettings(settings: RoomSettings): Promise<Outcome<null>> {
        const { me, vault, commit } = session()
        if (!me.roles.includes('administrator')) return refused('NOT_ADMINISTRATOR')
        const checked = roomSettingsSchema.safeParse(settings)
        if (!checked.success)
          return refused('SETTINGS_INVALID', { at: checked.error.issues[0]?.path.join('.') ?? '' })
        const before = await stored()
        const { id, revision } = before ?? { id: vault.drawId(), revision: 0 }
        await commit([{ kind: roomSettingsKind, id, expectedRevision: revision, value: checked.data }])
        return done(null)
      },
    }),
  }
}
