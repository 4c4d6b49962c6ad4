import { open, rm } from 'node:fs/promises'
import { writeChosenFile } from '../host/chosen-file.ts'
import { systemCode } from '../host/file-system.ts'
import { done, type Outcome, refused } from '../instruments/outcome.ts'

/**
 * Writes a file that was not there before, whole or not at all; only its owner may read it. Refused with FILE_EXISTS, DISK_FULL or
 * FILE_NOT_WRITTEN.
 */
export async function writeNewFile(path: string, bytes: Uint8Array): Promise<Outcome<null>> {
  try {
    // Holds the name, so that what replaces it is never somebody else's file.
    await (await open(path, 'wx', 0o600)).close()
  } catch (error) {
    return refused(systemCode(error) === 'EEXIST' ? 'FILE_EXISTS' : 'FILE_NOT_WRITTEN', { at: path })
  }
  const written = await writeChosenFile(path, bytes)
  if (written.ok) return done(null)
  await rm(path, { force: true })
  return refused(written.refusal.code, { at: path })
}
