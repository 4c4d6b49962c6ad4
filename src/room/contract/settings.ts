import type { RoomSettings } from '../../casework/unit/room-settings.ts'
import type { Outcome } from '../../instruments/outcome.ts'

export interface SettingsApi {
  /** What is set here; what nobody has set is as the program proposes. */
  settings(): Promise<RoomSettings>
  /** Administrators only. Refused with SETTINGS_INVALID, the field in `at`. */
  changeSettings(settings: RoomSettings): Promise<Outcome<null>>
}
