import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { backupInBlob, backupInMemory } from '../../../src/vault/backup/backup-file.ts'
import {
  type BackupHeader,
  longestHeader,
  readBackupHeader,
  writeBackupHeader,
} from '../../../src/vault/backup/backup-header.ts'
import { checkVersions, readManifest, writeManifest } from '../../../src/vault/backup/backup-manifest.ts'
import { inspectBackup } from '../../../src/vault/backup/read-backup.ts'
import { headerFor } from '../../../src/vault/backup/write-backup.ts'
import { VaultError } from '../../../src/vault/errors.ts'
import { joined, utf8 } from '../../../src/vault/primitives/bytes.ts'
import { noteKind } from '../room.ts'
import { codeOf } from '../sealing/places.ts'
import { createdAt, exampleRows, noAudit } from './example-rows.ts'

const long = process.env.ANXIN_LONG !== undefined

let example: Awaited<ReturnType<typeof exampleRows>>
let header: BackupHeader

beforeAll(async () => {
  example = await exampleRows()
  header = headerFor(example.gathered, { createdAt, config: example.config })
})

/** Bytes of a header that says anything at all, with the right digest. */
const bytesOf = async (content: unknown) => (await writeBackupHeader(content as BackupHeader)).bytes
const refusal = async (content: unknown): Promise<unknown> => codeOf(readBackupHeader(await bytesOf(content)))

const paths = (value: unknown, path: string[] = []): string[][] =>
  typeof value === 'object' && value !== null && !(value instanceof Uint8Array)
    ? [path, ...Object.entries(value).flatMap(([key, inner]) => paths(inner, [...path, key]))]
    : [path]

const withAt = (value: unknown, [key, ...rest]: string[], put: unknown): unknown => {
  if (key === undefined) return put
  const copy = Object.assign(Array.isArray(value) ? [] : {}, value)
  Reflect.set(copy, key, withAt(Reflect.get(copy, key), rest, put))
  return copy
}

describe('the header of a backup', () => {
  test('is read as it was written', async () => {
    const bytes = await bytesOf(header)
    const read = await readBackupHeader(joined(bytes, utf8('what follows')))
    expect(read.header).toEqual(header)
    expect(read.size).toBe(bytes.length)
    expect(await inspectBackup(backupInBlob(new Blob([bytes])))).toEqual(header)
  })

  test('with anything else in any of its places is refused by name', async () => {
    const wrong = [null, -1, 1.5, 'ff', 'FF', 'zz', {}, [], true, '1'.repeat(4000)]
    for (const path of paths(header))
      for (const put of wrong) {
        const code = await refusal(withAt(header, path, put))
        expect(
          ['DAMAGED_BACKUP', 'BACKUP_WITHOUT_KEYS', 'KDF_DOWNGRADE', 'KDF_EXCESSIVE'],
          `${path.join('.')} ${JSON.stringify(put)}`,
        ).toContain(code)
      }
  })

  test('with too many in it, or too long, is refused', async () => {
    const [one] = header.staff
    expect(await refusal({ ...header, staff: Array.from({ length: 1001 }, () => one) })).toBe(
      'DAMAGED_BACKUP',
    )
    const long = await bytesOf(header)
    new DataView(long.buffer).setUint32(15, longestHeader)
    expect(await codeOf(readBackupHeader(long))).toBe('DAMAGED_BACKUP')
  })

  test('case 52: whatever bytes come, it is a header or a named refusal', async () => {
    const start = utf8('ANXIN-BACKUP 1\n')
    const bytes = fc.uint8Array({ maxLength: 400 }).map((array) => new Uint8Array(array))
    await fc.assert(
      fc.asyncProperty(bytes, fc.boolean(), async (rest, begun) => {
        await expect(
          inspectBackup(backupInMemory(begun ? joined(start, rest) : rest)),
        ).rejects.toBeInstanceOf(VaultError)
      }),
      { numRuns: long ? 20_000 : 500 },
    )
  })

  test('leaves out whoever still waits for the key, and needs the recovery sheet’s', () => {
    const { gathered, config } = example
    const { grants, staff } = gathered
    const [one] = staff
    if (!one) throw new Error('nobody')
    const more = { ...gathered, staff: [...staff, { ...one, id: 'e'.repeat(32) }] }
    expect(headerFor(more, { createdAt, config }).staff.map(({ id }) => id)).toEqual([one.id])
    const without = { ...gathered, grants: grants.filter(({ staffId }) => staffId !== 'recovery') }
    expect(() => headerFor(without, { createdAt, config })).toThrow(VaultError)
  })
})

describe('what the sealed part begins with', () => {
  const manifest = {
    vaultId: 'a',
    seq: 3,
    createdAt,
    layout: 1,
    header: 'f',
    counts: { notes: 2 },
    versions: { notes: 1 },
    audit: noAudit,
  }

  test('is read as it was written, and anything else is damage', () => {
    expect(readManifest(writeManifest(manifest))).toEqual(manifest)
    expect(() => readManifest(utf8('{'))).toThrow(VaultError)
    for (const path of paths(manifest))
      for (const put of [null, -1, 1.5, [1], 'x', true]) {
        const changed = withAt(manifest, path, put)
        const fits = typeof put === 'string' && ['vaultId', 'createdAt', 'header'].includes(path.join('.'))
        if (fits || (path.join('.') === 'audit.hashes' && put === null)) continue
        if (path.join('.').startsWith('audit.hashes') && Array.isArray(put) === false && put === 'x') continue
        expect(() => readManifest(utf8(JSON.stringify(changed))), path.join('.')).toThrow(VaultError)
      }
  })

  test('case 83: of a table or a record that only a later release knows is refused with it', () => {
    const kinds = [noteKind]
    const check = (changed: object, tables = ['notes']) => {
      try {
        checkVersions({ ...manifest, ...changed }, tables, kinds)
        return null
      } catch (problem) {
        const { code, at } = problem as VaultError
        return [code, at]
      }
    }
    expect(check({})).toBeNull()
    expect(check({ versions: { notes: 2 } })).toEqual(['NEWER_BACKUP', 'notes'])
    expect(check({ counts: { plans: 1 } })).toEqual(['NEWER_BACKUP', 'plans'])
    expect(check({ layout: 99 })).toEqual(['NEWER_BACKUP', null])
  })
})
