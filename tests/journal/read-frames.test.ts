import { expect, test } from 'vitest'
import { decodeFrames, encodeFrame, type Frame, type FrameReport } from '../../src/journal/frame.ts'
import { readFrames } from '../../src/journal/read-frames.ts'
import { memoryFolder } from '../support/memory-folder.ts'
import { type Bytes, payload } from './frames.ts'

const MEGABYTE = 1024 * 1024

const read = async (bytes: Bytes): Promise<FrameReport & { frames: Frame[] }> => {
  const folder = memoryFolder(new Map([['snapshot-1', bytes]]))
  const reading = readFrames(folder, 'snapshot-1')
  const frames: Frame[] = []
  for (;;) {
    const { done, value } = await reading.next()
    if (done) return { frames, ...value }
    frames.push(value)
  }
}

const written = [300_000, MEGABYTE - 25, 2_500_000, 0, 7].map((size, index) => ({
  seq: index + 1,
  payload: payload(size, index),
}))
const bytes = ((): Bytes => {
  const encoded = written.map(encodeFrame)
  const all = new Uint8Array(encoded.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const frame of encoded) {
    all.set(frame, at)
    at += frame.length
  }
  return all
})()

/** Comparing megabytes number by number is slow. */
const sameAs = (one: Frame[], other: Frame[]): boolean =>
  one.length === other.length &&
  one.every(
    ({ seq, payload: mine }, index) =>
      seq === other[index]?.seq && Buffer.compare(mine, other[index].payload) === 0,
  )

test('frames longer than what is read at once come back whole', async () => {
  const { frames, ...report } = await read(bytes)
  expect(sameAs(frames, written)).toBe(true)
  expect(report).toEqual({ end: bytes.length, torn: false, damaged: [] })
})

test('a file that ends exactly where a reading ends is read to its end', async () => {
  const exact = encodeFrame({ seq: 1, payload: new Uint8Array(MEGABYTE - 25) })
  expect(exact.length).toBe(MEGABYTE)
  expect((await read(exact)).end).toBe(MEGABYTE)
})

test('case 14: what is read piece by piece is what is read at once, whatever is wrong with the file', async () => {
  const spoilt = [
    bytes.slice(0, -3),
    bytes.slice(1),
    bytes.slice().fill(0, 400_000, 410_000),
    bytes.slice().fill(0xa5, MEGABYTE - 100, MEGABYTE + 100),
    bytes.slice(0, 2_000_000),
  ]
  for (const file of spoilt) {
    const [{ frames, ...report }, { frames: atOnce, ...reportAtOnce }] = [
      await read(file),
      decodeFrames(file),
    ]
    expect(sameAs(frames, atOnce)).toBe(true)
    expect(report).toEqual(reportAtOnce)
  }
})

test('a file that is not there is no file of no frames', async () => {
  await expect(readFrames(memoryFolder(), 'journal-1').next()).rejects.toMatchObject({ code: 'NO_FILE' })
})
