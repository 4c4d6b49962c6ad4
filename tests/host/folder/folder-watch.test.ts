import { appendFile, mkdir, mkdtemp, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { filesIn, listFolder, offered } from '../../../src/host/folder/files-in.ts'
import { FolderWatch } from '../../../src/host/folder/folder-watch.ts'
import { settledFiles } from '../../../src/host/folder/settled-files.ts'

let folder: string
let outside: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anxin-watch-'))
  outside = await mkdtemp(join(tmpdir(), 'anxin-outside-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
  await rm(outside, { recursive: true })
})

const put = (name: string, text = name) => writeFile(join(folder, name), text)
const namesIn = (found: Awaited<ReturnType<FolderWatch['newFiles']>>) =>
  found.ok ? (found.value?.files ?? []).map(({ name }) => name) : found.refusal.code

describe('abuse case 25: what lies in a folder', () => {
  test('plain files with our extension are offered, each for itself, and nothing else', async () => {
    await put('b.anxin')
    await put('A.ANXIN')
    await put('film.mp4')
    await put('..anxin')
    await put('large.anxin', 'x'.repeat(101))
    await put('\u202enixna.anxin')
    await mkdir(join(folder, 'folder.anxin'))
    await writeFile(join(outside, 'secret'), 'secret')
    await symlink(join(outside, 'secret'), join(folder, 'link.anxin'))
    await symlink(folder, join(folder, 'round.anxin'))
    const found = await filesIn(folder, ['anxin'], 100)
    const value = (found.ok && found.value) || expect.fail('nothing found')
    expect(value.others).toBe(1)
    const contents = new Map(value.files.map(({ name, content }) => [name, content]))
    expect([...contents.keys()].sort()).toEqual(
      ['..anxin', 'A.ANXIN', 'b.anxin', 'large.anxin', '\u202enixna.anxin'].sort(),
    )
    expect(contents.get('large.anxin')).toBe('FILE_TOO_LARGE')
    expect(contents.get('b.anxin')).toEqual(new TextEncoder().encode('b.anxin'))
  })

  test('a link put in a file’s place after the listing is not followed, and a file that went is told of', async () => {
    await put('one.anxin')
    await put('two.anxin')
    await put('three.anxin')
    await writeFile(join(outside, 'secret'), 'secret')
    const { paths } = await listFolder(folder, ['anxin'])
    await rm(join(folder, 'one.anxin'))
    await symlink(join(outside, 'secret'), join(folder, 'one.anxin'))
    await rm(join(folder, 'two.anxin'))
    const { files } = await offered(paths, 100)
    expect(files.map(({ name, content }) => [name, typeof content === 'string' ? content : 'read'])).toEqual([
      ['one.anxin', 'FILE_NOT_READ'],
      ['three.anxin', 'read'],
      ['two.anxin', 'FILE_NOT_READ'],
    ])
  })

  test('of a huge folder so many names are held, the rest is counted; of many bytes so many are read', async () => {
    for (let n = 0; n < 300; n++) await put(`${n}.anxin`, 'x')
    const { paths, left } = await listFolder(folder, ['anxin'], 100)
    expect([paths.length, left]).toEqual([100, 200])
    const some = await offered(paths, 100, 10)
    expect([some.files.length, some.left]).toEqual([10, 90])
  })

  test('a folder that is not there is a refusal', async () => {
    const gone = await filesIn(join(folder, 'gone'), ['anxin'], 100)
    expect(gone).toEqual({ ok: false, refusal: { code: 'FILE_NOT_READ' } })
    expect(namesIn(await new FolderWatch(join(folder, 'gone'), ['anxin'], 100).newFiles())).toBe(
      'FILE_NOT_READ',
    )
  })
})

describe('a watched folder', () => {
  test('hands a file on once it stands still, once, and again when it was written anew', async () => {
    const watch = new FolderWatch(folder, ['anxin'], 1_000)
    const look = async () => namesIn(await watch.newFiles())
    await put('a.anxin', 'half')
    expect(await look()).toEqual([])
    await appendFile(join(folder, 'a.anxin'), ' and the other half')
    expect(await look()).toEqual([])
    await put('b.anxin')
    const second = await watch.newFiles()
    expect(second.ok && second.value?.files).toEqual([
      { name: 'a.anxin', content: new TextEncoder().encode('half and the other half') },
    ])
    expect(await look()).toEqual(['b.anxin'])
    expect(await look()).toEqual([])
    await writeFile(join(folder, 'a.anxin'), 'anew')
    expect(await look()).toEqual([])
    expect(await look()).toEqual(['a.anxin'])
    await put('part.tmp', 'whole')
    await rename(join(folder, 'part.tmp'), join(folder, 'c.anxin'))
    await look()
    expect(await look()).toEqual(['c.anxin'])
  })

  test('a file rewritten at the same size is told by its time', async () => {
    const watch = new FolderWatch(folder, ['anxin'], 1_000)
    await put('a.anxin', 'one')
    await watch.newFiles()
    expect(namesIn(await watch.newFiles())).toEqual(['a.anxin'])
    await put('a.anxin', 'two')
    await utimes(join(folder, 'a.anxin'), 2_000_000_000, 2_000_000_000)
    await watch.newFiles()
    expect(namesIn(await watch.newFiles())).toEqual(['a.anxin'])
  })

  test('knows its folder by name alone', () => {
    expect(new FolderWatch('/home/somebody/secret/收件', ['anxin'], 1).name).toBe('收件')
  })

  test('nothing that moved between two looks is handed on, whatever happens', () => {
    const state = fc.record({ size: fc.nat(3), changed: fc.nat(3) })
    const look = fc.dictionary(fc.constantFrom('a', 'b', 'c'), state)
    fc.assert(
      fc.property(look, look, look, (before, now, handedOn) => {
        const [first, second, third] = [before, now, handedOn].map((one) => new Map(Object.entries(one)))
        if (!first || !second || !third) return
        const settled = settledFiles(first, second, third)
        for (const path of second.keys())
          expect(settled.includes(path)).toBe(
            JSON.stringify(first.get(path)) === JSON.stringify(second.get(path)) &&
              JSON.stringify(third.get(path)) !== JSON.stringify(second.get(path)),
          )
      }),
      { seed: 20_261_123 },
    )
  })
})
