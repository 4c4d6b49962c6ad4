import { execFileSync } from 'node:child_process'
import { truncateSync } from 'node:fs'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readChosenFile, readChosenFiles, writeChosenFile } from '../../src/host/chosen-file.ts'
import { emptyFolder } from '../support/empty-folder.ts'

const bytes = Uint8Array.of(1, 2, 3, 0, 255)

test('what is written is read back, by its name without the folder', async () => {
  const path = join(await emptyFolder(), '2026-11 示例.anxin')
  expect(await writeChosenFile(path, bytes)).toEqual({ ok: true, value: '2026-11 示例.anxin' })
  expect(await readChosenFile(path, 5)).toEqual({ ok: true, value: { name: '2026-11 示例.anxin', bytes } })
})

test('an older file is replaced whole and no draft stays behind', async () => {
  const folder = await emptyFolder()
  const path = join(folder, 'a.anxin')
  await writeFile(path, 'an older and longer file')
  await writeChosenFile(path, bytes)
  expect(Uint8Array.from(await readFile(path))).toEqual(bytes)
  expect(await readdir(folder)).toEqual(['a.anxin'])
})

test('what cannot be written is refused and leaves the older file as it was', async () => {
  const folder = await emptyFolder()
  const path = join(folder, 'a.anxin')
  await mkdir(path)
  await writeFile(join(path, 'inside'), 'older')
  expect(await writeChosenFile(path, bytes)).toEqual({ ok: false, refusal: { code: 'FILE_NOT_WRITTEN' } })
  expect(await readdir(folder)).toEqual(['a.anxin'])
  expect(await readFile(join(path, 'inside'), 'utf8')).toBe('older')
})

test('a folder that is not there is refused', async () => {
  const path = join(await emptyFolder(), 'gone', 'a.anxin')
  expect(await writeChosenFile(path, bytes)).toEqual({ ok: false, refusal: { code: 'FILE_NOT_WRITTEN' } })
})

const mayMount = process.platform === 'linux' && process.getuid?.() === 0

test.runIf(mayMount)('a full disk has a name of its own, and the older file stays', async () => {
  const disk = await emptyFolder()
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'none', disk])
  try {
    const path = join(disk, 'a.anxin')
    expect(await writeChosenFile(path, bytes)).toMatchObject({ ok: true })
    const refused = await writeChosenFile(path, new Uint8Array(64 * 1024))
    expect(refused).toEqual({ ok: false, refusal: { code: 'DISK_FULL' } })
    expect(await readdir(disk)).toEqual(['a.anxin'])
    expect(Uint8Array.from(await readFile(path))).toEqual(bytes)
  } finally {
    execFileSync('umount', [disk])
  }
})

test('only the owner can read what was written', async () => {
  const path = join(await emptyFolder(), 'a.anxin')
  await writeChosenFile(path, bytes)
  expect((await stat(path)).mode & 0o077).toBe(0)
})

test('case 51: a larger file is refused before it is read', async () => {
  const path = join(await emptyFolder(), 'a.anxin')
  await writeFile(path, '')
  truncateSync(path, 40 * 1024 ** 3)
  expect(await readChosenFile(path, 5 * 1024 ** 2)).toEqual({
    ok: false,
    refusal: { code: 'FILE_TOO_LARGE' },
  })
})

test('what is not a file, or not there, is refused', async () => {
  const folder = await emptyFolder()
  for (const path of [folder, join(folder, 'gone.anxin'), '/dev/zero']) {
    expect(await readChosenFile(path, 100)).toEqual({ ok: false, refusal: { code: 'FILE_NOT_READ' } })
  }
})

test('several files are read in the order they were chosen, together no more than the limit', async () => {
  const folder = await emptyFolder()
  const paths = ['survey.json', 'instrument.json', 'vectors.json'].map((name) => join(folder, name))
  for (const path of paths) await writeFile(path, bytes)
  const read = await readChosenFiles(paths, 15)
  expect(read.ok && read.value?.map(({ name }) => name)).toEqual([
    'survey.json',
    'instrument.json',
    'vectors.json',
  ])
  expect(await readChosenFiles(paths, 14)).toEqual({ ok: false, refusal: { code: 'FILE_TOO_LARGE' } })
})

test('one file that cannot be read refuses all that were chosen with it', async () => {
  const folder = await emptyFolder()
  const path = join(folder, 'survey.json')
  await writeFile(path, bytes)
  const read = await readChosenFiles([path, join(folder, 'gone.json')], 100)
  expect(read).toEqual({ ok: false, refusal: { code: 'FILE_NOT_READ' } })
})
