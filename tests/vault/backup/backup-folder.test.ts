import { expect, test } from 'vitest'
import { durableBackupFolder } from '../../../src/vault/backup/backup-folder.ts'
import { backupName } from '../../../src/vault/backup/backup-name.ts'
import { type Bytes, joined, sameBytes } from '../../../src/vault/primitives/bytes.ts'
import { memoryFolder } from '../../support/memory-folder.ts'
import { allOf } from './example-rows.ts'

/** What one write and one reading take at most. */
const full = 4_194_304

async function* pieces(...sizes: number[]): AsyncGenerator<Bytes> {
  for (const [n, size] of sizes.entries()) yield new Uint8Array(size).fill(n + 1)
}

const name = backupName('0'.repeat(32), '2026-11-22T08:00:00.000Z', 7)

const cases: [string, number[]][] = [
  ['nothing', []],
  ['less than one write', [3, 5]],
  ['exactly one write', [full - 1, 1]],
  ['more than one write', [full, full + 7, 2]],
]

for (const [amount, sizes] of cases)
  test(`a backup of ${amount} is read as it was written, over one that lay there`, async () => {
    const files = memoryFolder()
    const folder = durableBackupFolder(files)
    await folder.write(name, pieces(11))
    await folder.write(name, pieces(...sizes))
    const read = joined(...(await allOf(folder.read(name).pieces()).catch(() => [])))
    expect(sameBytes(read, joined(...(await allOf(pieces(...sizes)))))).toBe(true)
    expect(read.length).toBe(files.files.get(name)?.length ?? 0)
  })
