import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** By Chromium's own names. */
const preferences = {
  credentials_enable_service: false,
  autofill: { profile_enabled: false, credit_card_enabled: false },
}

/** Makes the folder of a Chromium profile that never offers to keep a passphrase; one that is there already stays as it is. */
export const makeProfile = (profile: string): void => {
  const folder = join(profile, 'Default')
  const file = join(folder, 'Preferences')
  if (existsSync(file)) return
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(file, JSON.stringify(preferences), { mode: 0o600 })
}
