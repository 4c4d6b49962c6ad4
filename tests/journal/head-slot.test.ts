import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crc32c } from '../../src/journal/crc32c.ts'
import { FolderError } from '../../src/journal/durable-folder.ts'
import { type HeadSlot, readHeadSlot, writeHeadSlot } from '../../src/journal/head-slot.ts'
import { NewerFormatError } from '../../src/journal/newer-format.ts'
import { type MemoryFolder, memoryFolder } from '../support/memory-folder.ts'
import type { Bytes } from './frames.ts'

const head = (seq: number): HeadSlot => ({
  seq,
  vaultId: '0b0e6e7e-0000-4000-8000-000000000001',
  database: 'anxin.2',
  snapshot: seq > 1 ? `snapshot-${seq}` : null,
  journal: `journal-${seq}`,
})

const written = async (...seqs: number[]): Promise<MemoryFolder> => {
  const folder = memoryFolder()
  for (const seq of seqs) await writeHeadSlot(folder, head(seq))
  return folder
}

const fileOf = (folder: MemoryFolder, name: string): Bytes => {
  const bytes = folder.files.get(name)
  if (bytes === undefined) throw new Error(`no ${name}`)
  return bytes
}

/** The sum set right again after a change. */
const summed = (bytes: Bytes): Bytes => {
  new DataView(bytes.buffer).setUint32(508, crc32c(bytes.subarray(0, 508)))
  return bytes
}

describe('two slots', () => {
  test('a folder without heads has none, and nothing damaged', async () => {
    expect(await readHeadSlot(memoryFolder())).toEqual({ slot: null, damaged: 0 })
  })

  test('the newest head is read, and the one before it stays', async () => {
    for (const seqs of [[1], [1, 2], [1, 2, 3], [7, 8, 9, 10], [5, 3]]) {
      const folder = await written(...seqs)
      expect(await readHeadSlot(folder)).toEqual({ slot: head(seqs.at(-1) ?? 0), damaged: 0 })
    }
    expect([...(await written(1, 2, 3)).files].map(([name, { length }]) => [name, length])).toEqual([
      ['head-a', 512],
      ['head-b', 512],
    ])
  })

  test('whatever names stand in a head come back', async () => {
    const slot = fc.record<HeadSlot>({
      seq: fc.nat(),
      vaultId: fc.string({ maxLength: 12, unit: 'binary' }),
      database: fc.constantFrom('示例', 'a"b\\'),
      snapshot: fc.option(fc.string({ maxLength: 10 })),
      journal: fc.string({ maxLength: 10 }),
    })
    await fc.assert(
      fc.asyncProperty(slot, async (one) => {
        const folder = memoryFolder()
        await writeHeadSlot(folder, one)
        expect(await readHeadSlot(folder)).toEqual({ slot: one, damaged: 0 })
      }),
    )
  })

  test('a head that has no room is not written', async () => {
    const folder = await written(1)
    await expect(writeHeadSlot(folder, { ...head(2), database: '库'.repeat(100) })).rejects.toThrow(
      RangeError,
    )
    expect(await readHeadSlot(folder)).toEqual({ slot: head(1), damaged: 0 })
  })
})

describe('damage', () => {
  test('case 16: any byte of one head flipped, the other is used', async () => {
    const before = await written(1, 2)
    for (const [name, other] of [
      ['head-a', 2],
      ['head-b', 1],
    ] as const) {
      for (let at = 0; at < 512; at++) {
        const folder = before.copy()
        const bytes = fileOf(folder, name)
        bytes[at] = (bytes[at] ?? 0) ^ 0x04
        expect(await readHeadSlot(folder)).toEqual({ slot: head(other), damaged: 1 })
      }
    }
  })

  test('case 16: one head cut at any byte, lengthened or gone, the other is used', async () => {
    const before = await written(1, 2)
    for (let size = 0; size < 512; size++) {
      const folder = before.copy()
      folder.files.set('head-b', fileOf(folder, 'head-b').slice(0, size))
      expect(await readHeadSlot(folder)).toEqual({ slot: head(1), damaged: 1 })
    }
    const folder = before.copy()
    folder.files.set('head-a', new Uint8Array(513))
    expect(await readHeadSlot(folder)).toEqual({ slot: head(2), damaged: 1 })
    folder.files.delete('head-a')
    expect(await readHeadSlot(folder)).toEqual({ slot: head(2), damaged: 1 })
  })

  test('case 16: both heads damaged is no head, and is not taken for a new folder', async () => {
    const folder = await written(1, 2)
    for (const bytes of folder.files.values()) bytes.fill(0, 0, 4)
    expect(await readHeadSlot(folder)).toEqual({ slot: null, damaged: 2 })
    await writeHeadSlot(folder, head(3))
    await writeHeadSlot(folder, head(4))
    expect(await readHeadSlot(folder)).toEqual({ slot: head(4), damaged: 0 })
  })

  test('a damaged head is the one that is written over', async () => {
    for (const name of ['head-a', 'head-b']) {
      const folder = await written(1, 2)
      fileOf(folder, name).fill(0xff)
      const { slot } = await readHeadSlot(folder)
      await writeHeadSlot(folder, head(3))
      folder.files.set(name, new Uint8Array())
      expect(await readHeadSlot(folder)).toEqual({ slot, damaged: 1 })
    }
  })

  test('case 16: a head that was cut short while being written leaves the one before', async () => {
    for (const when of ['before', 'halfway', 'after'] as const) {
      const folder = await written(1, 2)
      folder.fail({ at: 1, when })
      await expect(writeHeadSlot(folder, head(3))).rejects.toThrow(FolderError)
      const { slot, damaged } = await readHeadSlot(folder)
      expect(slot).toEqual(head(when === 'after' ? 3 : 2))
      expect(damaged).toBe(when === 'halfway' ? 1 : 0)
    }
  })

  test('case 52: a sum that is right over what is no head is a damaged head', async () => {
    const texts = ['', '[]', 'null', '{}', '{"seq":1}', '{"seq":1.5,"vaultId":"","database":"","journal":""}']
    for (const text of texts) {
      const bytes = new Uint8Array(512)
      const view = new DataView(bytes.buffer)
      view.setUint32(0, 0xa5415848)
      view.setUint8(4, 1)
      view.setUint16(13, text.length)
      bytes.set(new TextEncoder().encode(text), 15)
      const folder = memoryFolder(new Map([['head-a', summed(bytes)]]))
      expect([text, await readHeadSlot(folder)]).toEqual([text, { slot: null, damaged: 1 }])
    }
    const foreign = memoryFolder(new Map([['head-a', summed(new Uint8Array(512))]]))
    expect(await readHeadSlot(foreign)).toEqual({ slot: null, damaged: 1 })
  })

  test('a head of a newer version is neither read nor written over', async () => {
    const folder = await written(1, 2)
    const bytes = fileOf(folder, 'head-b')
    bytes[4] = 2
    summed(bytes)
    await expect(readHeadSlot(folder)).rejects.toThrow(NewerFormatError)
    await expect(writeHeadSlot(folder, head(3))).rejects.toThrow(NewerFormatError)
  })

  test('a folder that cannot be reached is not a folder without heads', async () => {
    const folder = await written(1, 2)
    folder.fail({ at: 1, calls: ['read'], when: 'before' })
    await expect(readHeadSlot(folder)).rejects.toMatchObject({ code: 'FOLDER_UNREACHABLE' })
  })
})
