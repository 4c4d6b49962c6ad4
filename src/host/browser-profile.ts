import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Chromium offers to keep passphrases and addresses of its own accord, and where there is no keyring all but in the clear. */
const PREFERENCES = {
  credentials_enable_service: false,
  autofill: { profile_enabled: false, credit_card_enabled: false },
}

/** Makes the profile of the program's own window, for this user alone, before Chromium first opens it. */
export const makeBrowserProfile = (folder: string): void => {
  mkdirSync(join(folder, 'Default'), { recursive: true, mode: 0o700 })
  const file = join(folder, 'Default', 'Preferences')
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(PREFERENCES), { mode: 0o600 })
}
