import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A new folder, gone again after the test. */
export const emptyFolder = async (): Promise<string> => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'anxin-test-')))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}
