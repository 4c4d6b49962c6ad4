import { beforeAll, describe, expect, test } from 'vitest'
import { FolderError } from '../../../src/journal/durable-folder.ts'
import { encodeFrame } from '../../../src/journal/frame.ts'
import { sealedBody } from '../../../src/vault/backup/backup-body.ts'
import { type BackupFile, backupInMemory } from '../../../src/vault/backup/backup-file.ts'
import {
  type BackupHeader,
  readBackupHeader,
  writeBackupHeader,
} from '../../../src/vault/backup/backup-header.ts'
import { backupKey } from '../../../src/vault/backup/backup-key.ts'
import { writeManifest } from '../../../src/vault/backup/backup-manifest.ts'
import { ChainedDigest } from '../../../src/vault/backup/chained-digest.ts'
import { openBackup } from '../../../src/vault/backup/read-backup.ts'
import { endOf, headerFor } from '../../../src/vault/backup/write-backup.ts'
import { type Bytes, joined, utf8 } from '../../../src/vault/primitives/bytes.ts'
import { drawBytes } from '../../../src/vault/primitives/random.ts'
import { encodeWrites, type TableWrite } from '../../../src/vault/store/row-codec.ts'
import { codeOf } from '../sealing/places.ts'
import {
  allOf,
  backupOf,
  createdAt,
  exampleRecord,
  exampleRows,
  noAudit,
  passphrase,
} from './example-rows.ts'

let example: Awaited<ReturnType<typeof exampleRows>>
let header: BackupHeader

beforeAll(async () => {
  example = await exampleRows()
  header = headerFor(example.gathered, { createdAt, config: example.config })
})

const note = (digit: string): TableWrite => exampleRecord('notes', digit.repeat(32), new Uint8Array(40))

/** A backup somebody else's program could have written: sealed well, and saying this. */
const forged = async (say: (manifest: object, digest: string) => Promise<Bytes[]>): Promise<Bytes> => {
  const { bytes, digest } = await writeBackupHeader(header)
  const manifest = {
    vaultId: header.vaultId,
    seq: header.seq,
    createdAt,
    layout: 1,
    header: digest,
    counts: { notes: 2 },
    versions: {},
    audit: noAudit,
  }
  const frames = (await say(manifest, digest))[Symbol.iterator]()
  const content: AsyncIterator<Bytes> = { next: async () => frames.next() }
  return joined(bytes, ...(await allOf(sealedBody(content, [example.config.sealing.publicKey]))))
}

const framed = (...payloads: Bytes[]): Bytes[] =>
  payloads.map((payload, seq) => encodeFrame({ seq, payload }))
const manifestBytes = (manifest: object): Bytes =>
  writeManifest(manifest as Parameters<typeof writeManifest>[0])
const digestOf = async (...parts: Bytes[]): Promise<string> => {
  const digest = new ChainedDigest()
  for (const part of parts) await digest.add(part)
  return digest.hex
}

const read = async (file: BackupFile) => {
  const opened = await openBackup(file, example.config.sealing.privateKey)
  return (await allOf(opened.rows())).flat()
}
const refusal = async (say: Parameters<typeof forged>[0]) => codeOf(read(backupInMemory(await forged(say))))

describe('a backup that opens', () => {
  const part = encodeWrites([note('1'), note('2')])

  test('is whole when it says so itself, in its last part', async () => {
    const bytes = await forged(async (manifest) =>
      framed(manifestBytes(manifest), part, endOf(2, await digestOf(part))),
    )
    expect(await read(backupInMemory(bytes))).toEqual([note('1'), note('2')])
  })

  test('and says other rows, other counts, another end, more or less, is refused', async () => {
    const ends = endOf(2, await digestOf(part))
    const cases: Parameters<typeof forged>[0][] = [
      async (manifest) => framed(manifestBytes(manifest), part),
      async (manifest) => framed(manifestBytes(manifest), part, endOf(2, '0'.repeat(64))),
      async (manifest) => framed(manifestBytes(manifest), part, ends, ends),
      async (manifest) => framed(manifestBytes({ ...manifest, counts: { notes: 1, plans: 1 } }), part, ends),
      async (manifest) => framed(manifestBytes({ ...manifest, counts: { notes: 3 } }), part, ends),
      async (manifest) => framed(manifestBytes(manifest), encodeWrites([{ table: 'notes', remove: 'x' }])),
      async (manifest) => framed(manifestBytes(manifest), utf8('no rows')),
      async (manifest) => framed(manifestBytes(manifest), part).toReversed(),
      async (manifest) => framed(manifestBytes({ ...manifest, vaultId: 'f'.repeat(32) }), part, ends),
      async (manifest) => framed(manifestBytes({ ...manifest, seq: 99 }), part, ends),
      async (manifest) => framed(manifestBytes({ ...manifest, header: '0'.repeat(64) }), part, ends),
      async (manifest) => [...framed(manifestBytes(manifest), part, ends), utf8('behind it')],
      async () => [],
    ]
    for (const say of cases) expect(await refusal(say)).toBe('DAMAGED_BACKUP')
  })

  test('and brings more than it counts along with the last of its rows, is refused', async () => {
    const stray: TableWrite[] = [
      { table: 'former', row: { id: '', revision: 1 } },
      { table: 'attempts', row: { id: 'a'.repeat(32), revision: 1 } },
      note('3'),
    ]
    for (const row of stray) {
      const more = encodeWrites([note('1'), note('2'), row])
      expect(
        await refusal(async (manifest) =>
          framed(manifestBytes(manifest), more, endOf(2, await digestOf(more))),
        ),
      ).toBe('DAMAGED_BACKUP')
    }
  })

  test('cannot be given another header', async () => {
    const whole = await backupOf(example)
    const { size } = await readBackupHeader(whole)
    const { bytes } = await writeBackupHeader({ ...header, createdAt: '2027-01-01T00:00:00Z' })
    const file = backupInMemory(joined(bytes, whole.slice(size)))
    expect(await codeOf(read(file))).toBe('DAMAGED_BACKUP')
  })

  test('case 18: a stick that is pulled out meanwhile is no damage', async () => {
    const whole = await backupOf(example)
    for (const readable of [0, whole.length - 200]) {
      const file: BackupFile = {
        async *pieces() {
          yield whole.slice(0, readable)
          throw new FolderError('FOLDER_UNREACHABLE')
        },
      }
      expect(await codeOf(read(file))).toBe('FOLDER_UNREACHABLE')
    }
  })
})

describe('what opens a backup', () => {
  test('has to fit the keys that the header names', async () => {
    const other = { ...header, config: { ...header.config, publicKey: drawBytes(32) } }
    expect(await codeOf(backupKey(other, { passphrase }))).toBe('DAMAGED_BACKUP')
    expect(await codeOf(backupKey(other, { words: example.words }))).toBe('DAMAGED_BACKUP')
    const staff = header.staff.map((one) => ({ ...one, sealed: drawBytes(300) }))
    expect(await codeOf(backupKey({ ...header, staff }, { passphrase }))).toBe('DAMAGED_VAULT')
  })

  test('is not looked for in a header that is cut off, or is no text', async () => {
    const { bytes } = await writeBackupHeader(header)
    for (const size of [bytes.length - 1, bytes.length - 40, 20])
      await expect(readBackupHeader(bytes.slice(0, size))).rejects.toMatchObject({
        code: 'DAMAGED_BACKUP',
        at: String(size),
      })
    expect(await codeOf(readBackupHeader(utf8('ANXIN-BACKUP 1\n\0')))).toBe('DAMAGED_BACKUP')
    const beginning = joined(utf8('ANXIN-BACKUP 1\n'), new Uint8Array([0, 0, 0, 2]), utf8('no'))
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', beginning))
    expect(await codeOf(readBackupHeader(joined(beginning, digest)))).toBe('DAMAGED_BACKUP')
  })
})
