import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { holdFolder } from '../../src/host/held-folder.ts'
import { openStore } from '../../src/host/open-store.ts'
import { emptyFolder } from '../support/empty-folder.ts'

test('a folder is a store that is there again when it is opened again', { timeout: 60_000 }, async () => {
  const folder = join(await emptyFolder(), 'county', 'store')
  const store = await openStore(folder)
  await store.query("insert into files (county, sha256, bytes) values ('330102', 'a', '')")
  await expect(openStore(folder)).rejects.toMatchObject({ code: 'STORE_IN_USE' })
  await store.query('update store_version set version = version + 1')
  await store.close()
  await expect(openStore(folder)).rejects.toMatchObject({ code: 'STORE_VERSION' })
})

test('what is no folder is told as unreachable', async () => {
  const file = join(await emptyFolder(), 'file')
  await writeFile(file, '')
  await expect(openStore(file)).rejects.toMatchObject({ code: 'STORE_UNREACHABLE' })
  await expect(openStore('')).rejects.toMatchObject({ code: 'STORE_ADDRESS_INVALID' })
})

const holder = fileURLToPath(new URL('../support/hold-folder-child.ts', import.meta.url))
test.skipIf(process.platform === 'win32').each([process.platform, 'darwin' as const])(
  'a folder is held by one process at a time, and free when that was killed (%s)',
  { timeout: 30_000 },
  async (platform) => {
    const folder = await emptyFolder()
    const child = spawn(process.execPath, [holder, folder, platform], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [said] = await once(child.stdout, 'data')
    expect(String(said)).toBe('held\n')
    expect(await holdFolder(folder, platform)).toBeNull()
    child.kill('SIGKILL')
    await once(child, 'exit')
    const held = await holdFolder(folder, platform)
    expect(held).not.toBeNull()
    expect(await holdFolder(folder, platform)).toBeNull()
    await held?.letGo()
    const again = await holdFolder(folder, platform)
    expect(again).not.toBeNull()
    await again?.letGo()
  },
)
