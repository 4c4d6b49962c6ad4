import type { DesktopClient } from '../../bridge/desktop-api.ts'
import { done, type Outcome } from '../../instruments/outcome.ts'

const mostBytes = 4 * 1024 ** 3

/** Asks for a backup's file; null when none was chosen after all. Call it from a click. */
export const backupFileOf = async (desktop: DesktopClient): Promise<Outcome<File | null>> => {
  const chosen = await desktop.openFile(['anxin-backup'], mostBytes)
  if (!chosen.ok) return chosen
  if (chosen.value === null) return done(null)
  const { name, bytes } = chosen.value
  return done(new File([Uint8Array.from(bytes)], name))
}
