import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { backupInMemory } from '../../../src/vault/backup/backup-file.ts'
import { writeBackupHeader } from '../../../src/vault/backup/backup-header.ts'
import { type BackupSecret, backupKey } from '../../../src/vault/backup/backup-key.ts'
import { inspectBackup, openBackup } from '../../../src/vault/backup/read-backup.ts'
import { headerFor } from '../../../src/vault/backup/write-backup.ts'
import { drawRecoveryWords } from '../../../src/vault/keys/recovery-words.ts'
import { type Bytes, joined, utf8 } from '../../../src/vault/primitives/bytes.ts'
import { drawBytes } from '../../../src/vault/primitives/random.ts'
import { encodeWrites, type TableWrite } from '../../../src/vault/store/row-codec.ts'
import { codeOf } from '../sealing/places.ts'
import { allOf, backupOf, createdAt, exampleRecord, exampleRows, passphrase } from './example-rows.ts'

const long = process.env.ANXIN_LONG !== undefined
const rounds = long ? 1000 : 60

let example: Awaited<ReturnType<typeof exampleRows>>
let whole: Bytes

beforeAll(async () => {
  const records = Array.from({ length: 40 }, (_, n) => [
    exampleRecord('notes', String(n).padStart(32, '0'), drawBytes(4000)),
  ])
  example = await exampleRows(records)
  whole = await backupOf(example)
})

/** Everything a backup says, or the code of what is wrong with it. */
const readAll = async (bytes: Bytes, secret: BackupSecret | CryptoKey): Promise<TableWrite[]> => {
  const file = backupInMemory(bytes)
  const privateKey =
    secret instanceof CryptoKey
      ? secret
      : (await backupKey(await inspectBackup(file), secret)).config.sealing.privateKey
  const opened = await openBackup(file, privateKey)
  return (await allOf(opened.rows())).flat()
}

const problemOf = async (work: Promise<unknown>): Promise<{ code: unknown; at: unknown }> => {
  try {
    await work
  } catch (problem) {
    const { code, at } = problem as { code?: unknown; at?: unknown }
    return { code, at }
  }
  throw new Error('nothing was refused')
}

describe('a backup', () => {
  test('opens by the recovery sheet and by a passphrase, and gives every row back', async () => {
    expect(await readAll(whole, { words: example.words })).toEqual(example.rows)
    expect(await readAll(whole, { passphrase })).toEqual(example.rows)
    expect(await readAll(whole, { passphrase, staffId: example.staffId })).toEqual(example.rows)
  })

  test('says before it is opened what it is, and no name', async () => {
    const { staff, ...header } = await inspectBackup(backupInMemory(whole))
    expect(header).toMatchObject({
      vaultId: example.vaultId,
      kind: 'room',
      sheet: 1,
      seq: 7,
      createdAt,
      layout: 2,
    })
    expect(staff.map(({ id }) => id)).toEqual([example.staffId])
    const text = new TextDecoder().decode(whole)
    expect(text).not.toContain('示例')
  })

  test('opens for nobody else', async () => {
    expect(await codeOf(readAll(whole, { passphrase: '别人的示例口令也不短啊' }))).toBe('WRONG_PASSPHRASE')
    expect(await codeOf(readAll(whole, { passphrase, staffId: 'f'.repeat(32) }))).toBe('WRONG_PASSPHRASE')
    expect(await codeOf(readAll(whole, { words: drawRecoveryWords('zh-CN') }))).toBe('BACKUP_OTHER_SHEET')
    expect(await codeOf(readAll(whole, { words: example.words.slice(1) }))).toBe('RECOVERY_WORDS_INVALID')
    const stranger = await exampleRows()
    expect(await codeOf(readAll(whole, stranger.config.sealing.privateKey))).toBe('DAMAGED_BACKUP')
  })

  test('restore inverts backup, whatever the rows are', async () => {
    const bytes = fc.uint8Array({ maxLength: 3000 }).map((array) => new Uint8Array(array))
    const id = fc.stringMatching(/^[0-9a-f]{32}$/)
    const row = fc
      .tuple(fc.constantFrom('notes', 'plans', 'clients'), id, bytes)
      .map(([table, rowId, envelope]) => exampleRecord(table, rowId, envelope))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(row, { minLength: 1, maxLength: 8 }), { maxLength: 12 }),
        async (records) => {
          const counts: Record<string, number> = { ...example.gathered.counts }
          counts.notes = 0
          for (const { table } of records.flat()) counts[table] = (counts[table] ?? 0) + 1
          const own = example.gathered.parts.slice(0, 4)
          const gathered = { ...example.gathered, counts, parts: [...own, ...records.map(encodeWrites)] }
          const read = await readAll(
            await backupOf({ ...example, gathered }),
            example.config.sealing.privateKey,
          )
          expect(read).toEqual([...example.rows.slice(0, 5), ...records.flat()])
        },
      ),
      { numRuns: long ? 300 : 30 },
    )
  })

  test('case 81: one bit flipped anywhere is refused, with the place up to which all is well', async () => {
    for (let round = 0; round < rounds; round++) {
      const at = Math.floor((whole.length * (round + 0.5)) / rounds)
      const spoilt = whole.slice()
      spoilt[at] = (spoilt[at] ?? 0) ^ (1 << (round % 8))
      const problem = await problemOf(readAll(spoilt, example.config.sealing.privateKey))
      expect(['DAMAGED_BACKUP', 'NOT_A_BACKUP', 'NEWER_BACKUP']).toContain(problem.code)
      if (problem.code === 'DAMAGED_BACKUP') {
        expect(problem.at).toMatch(/^\d+$/)
        expect(Number(problem.at)).toBeLessThanOrEqual(at + 64)
      }
    }
  })

  test('case 81: cut off anywhere it is refused', async () => {
    for (let round = 0; round < rounds; round++) {
      const length = Math.floor((whole.length * round) / rounds)
      const problem = await problemOf(readAll(whole.slice(0, length), example.config.sealing.privateKey))
      expect(['DAMAGED_BACKUP', 'NOT_A_BACKUP']).toContain(problem.code)
      if (problem.code === 'DAMAGED_BACKUP') expect(Number(problem.at)).toBeLessThanOrEqual(length)
    }
    expect((await problemOf(readAll(joined(whole, utf8('x')), { words: example.words }))).code).toBe(
      'DAMAGED_BACKUP',
    )
  })

  test('case 83: of a later release, without keys, or no backup at all: refused by the header alone', async () => {
    const header = headerFor(example.gathered, { createdAt, config: example.config })
    const refusal = async (changed: object) => {
      const { bytes } = await writeBackupHeader({ ...header, ...changed })
      return codeOf(inspectBackup(backupInMemory(bytes)))
    }
    expect(await refusal({ layout: 99 })).toBe('NEWER_BACKUP')
    expect(await refusal({ staff: [] })).toBe('BACKUP_WITHOUT_KEYS')
    expect(await codeOf(inspectBackup(backupInMemory(utf8('PK\u0003\u0004'))))).toBe('NOT_A_BACKUP')
    expect(await codeOf(inspectBackup(backupInMemory(new Uint8Array())))).toBe('NOT_A_BACKUP')
    expect(await codeOf(inspectBackup(backupInMemory(utf8('ANXIN-BACKUP 2\n'))))).toBe('NEWER_BACKUP')
  })

  test('case 34: a price of guessing that is too low or too high is refused before anything is derived', async () => {
    const header = headerFor(example.gathered, { createdAt, config: example.config })
    const [one] = header.staff
    const refusal = async (kdf: object) => {
      const { bytes } = await writeBackupHeader({
        ...header,
        staff: [{ ...one, kdf }] as typeof header.staff,
      })
      return codeOf(inspectBackup(backupInMemory(bytes)))
    }
    const usual = { memorySize: 64 * 1024, iterations: 3, parallelism: 1 }
    expect(await refusal({ ...usual, memorySize: 8 })).toBe('KDF_DOWNGRADE')
    expect(await refusal({ ...usual, iterations: 1_000_000 })).toBe('KDF_EXCESSIVE')
    expect(await refusal({ ...usual, parallelism: 1.5 })).toBe('KDF_DOWNGRADE')
    expect(await refusal({ ...usual, memorySize: 4 * 1024 * 1024 })).toBe('KDF_EXCESSIVE')
  })
})
