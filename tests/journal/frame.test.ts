import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crc32c } from '../../src/journal/crc32c.ts'
import {
  decodeFrames,
  encodeFrame,
  type Frame,
  FrameScanner,
  LARGEST_PAYLOAD,
} from '../../src/journal/frame.ts'
import { NewerFormatError } from '../../src/journal/newer-format.ts'
import { type Bytes, frames, joined, payload } from './frames.ts'

const numRuns = process.env.ANXIN_LONG === undefined ? 300 : 100_000
const timeout = process.env.ANXIN_LONG === undefined ? 60_000 : 600_000

const three: Frame[] = [
  { seq: 1, payload: payload(40, 1) },
  { seq: 2, payload: payload(0, 2) },
  { seq: 3, payload: payload(70, 3) },
]
const whole = joined(three.map(encodeFrame))
const endOf = (count: number): number => joined(three.slice(0, count).map(encodeFrame)).length

describe('a whole file', () => {
  test('frames come back as they were written', () => {
    expect(decodeFrames(whole)).toEqual({ frames: three, end: whole.length, torn: false, damaged: [] })
  })

  test('an empty file has no frames and nothing wrong', () => {
    expect(decodeFrames(new Uint8Array())).toEqual({ frames: [], end: 0, torn: false, damaged: [] })
  })

  test('decoding inverts encoding, in whatever pieces the file is read', () => {
    fc.assert(
      fc.property(frames, fc.integer({ min: 1, max: 64 }), (written, pieceSize) => {
        const bytes = joined(written.map(encodeFrame))
        const scanner = new FrameScanner()
        const read: Frame[] = []
        for (let at = 0; at < bytes.length; at += pieceSize) {
          read.push(...scanner.push(bytes.slice(at, at + pieceSize)))
        }
        const { frames: rest, report } = scanner.finish()
        expect([...read, ...rest]).toEqual(written)
        expect(report).toEqual({ end: bytes.length, torn: false, damaged: [] })
      }),
      { numRuns: Math.min(numRuns, 5000) },
    )
  })

  test('a seq that is no count and a payload that is too large are not written', () => {
    for (const seq of [-1, 0.5, Number.NaN, 2 ** 53]) {
      expect(() => encodeFrame({ seq, payload: new Uint8Array() })).toThrow(RangeError)
    }
    const large = { seq: 1, payload: new Uint8Array(LARGEST_PAYLOAD + 1) }
    expect(() => encodeFrame(large)).toThrow(RangeError)
  })
})

describe('a broken file', () => {
  test('case 13: cut at any byte of its last frame, the earlier frames stand and the tail is told of', () => {
    const end = endOf(2)
    for (let size = end; size < whole.length; size++) {
      expect(decodeFrames(whole.slice(0, size))).toEqual({
        frames: three.slice(0, 2),
        end,
        torn: size > end,
        damaged: [],
      })
    }
  })

  test('case 13: any byte of the last frame flipped, or zeros in its place, is a torn tail', () => {
    const end = endOf(2)
    for (let at = end; at < whole.length; at++) {
      const flipped = whole.slice()
      flipped[at] = (whole[at] ?? 0) ^ 0x10
      expect(decodeFrames(flipped)).toEqual({ frames: three.slice(0, 2), end, torn: true, damaged: [] })
      expect(decodeFrames(whole.slice().fill(0, at))).toMatchObject({ end, torn: true, damaged: [] })
    }
  })

  test('case 14: any bit of an earlier frame flipped, the later frames are still read and the place is named', () => {
    const [from, to] = [endOf(1), endOf(2)]
    for (let bit = from * 8; bit < to * 8; bit++) {
      const bytes = whole.slice()
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(decodeFrames(bytes)).toEqual({
        frames: three.filter(({ seq }) => seq !== 2),
        end: whole.length,
        torn: false,
        damaged: [{ from, to }],
      })
    }
  })

  test('case 14: bytes gone from the middle leave the frames around them', () => {
    for (let lost = 1; lost < 60; lost++) {
      const bytes = joined([whole.slice(0, 3), whole.slice(3 + lost)])
      const { frames: read, end, torn, damaged } = decodeFrames(bytes)
      expect(read).toEqual(three.slice(1))
      expect({ end, torn }).toEqual({ end: bytes.length, torn: false })
      expect(damaged).toEqual([{ from: 0, to: endOf(1) - lost }])
    }
  })

  test('a frame hidden behind one that was cut short is found at the end of the file', () => {
    const long = encodeFrame({ seq: 1, payload: payload(500, 9) }).slice(0, 100)
    const bytes = joined([long, encodeFrame({ seq: 2, payload: payload(9, 4) })])
    expect(decodeFrames(bytes)).toEqual({
      frames: [{ seq: 2, payload: payload(9, 4) }],
      end: bytes.length,
      torn: false,
      damaged: [{ from: 0, to: 100 }],
    })
  })

  test('a header that is whole but says what no frame can say is none', () => {
    const tooLong = encodeFrame({ seq: 1, payload: new Uint8Array(8) })
    new DataView(tooLong.buffer).setUint32(5, LARGEST_PAYLOAD + 1)
    const noCount = encodeFrame({ seq: 1, payload: new Uint8Array(8) })
    new DataView(noCount.buffer).setBigUint64(9, 2n ** 53n)
    for (const bytes of [tooLong, noCount]) {
      expect(decodeFrames(summed(bytes))).toMatchObject({ frames: [], end: 0, torn: true })
    }
  })

  test('a frame of a newer version stops the reading, so that nothing of it is cut', () => {
    const newer = encodeFrame({ seq: 4, payload: new Uint8Array(8) })
    newer[4] = 2
    expect(() => decodeFrames(joined([whole, summed(newer)]))).toThrow(NewerFormatError)
  })

  test(
    'case 52: whatever bytes are changed, only whole frames are read and every byte is accounted for',
    () => {
      fc.assert(
        fc.property(frames, changes, (written, changed) => {
          const bytes = changed.reduce(apply, joined(written.map(encodeFrame)))
          const { frames: read, end, torn, damaged } = decodeFrames(bytes)
          const known = new Set(written.map((frame) => encodeFrame(frame).join()))
          expect(read.filter((frame) => !known.has(encodeFrame(frame).join()))).toEqual([])
          const wholeSize = joined(read.map(encodeFrame)).length
          const damagedSize = damaged.reduce((sum, { from, to }) => sum + to - from, 0)
          expect(wholeSize + damagedSize).toBe(end)
          expect(torn).toBe(end < bytes.length)
        }),
        { numRuns },
      )
    },
    timeout,
  )

  test(
    'case 52: any bytes at all are read without an error',
    () => {
      const pieces = fc.oneof(
        fc.uint8Array({ maxLength: 40 }),
        fc.constant(Uint8Array.of(0xa5, 0x41, 0x58, 0x46)),
        fc.constant(whole),
      )
      fc.assert(
        fc.property(fc.array(pieces, { maxLength: 6 }), (some) => {
          const bytes = joined(some)
          expect(decodeFrames(bytes).end).toBeLessThanOrEqual(bytes.length)
        }),
        { numRuns },
      )
    },
    timeout,
  )
})

/** The header's own sum set right, as a newer program or a malicious hand would. */
const summed = (bytes: Bytes): Bytes => {
  new DataView(bytes.buffer).setUint32(17, crc32c(bytes.subarray(0, 17)))
  return bytes
}

type Change = { at: number; kind: 'flip' | 'cut' | 'zero' | 'insert'; size: number }

const changes = fc.array(
  fc.record<Change>({
    at: fc.nat(400),
    kind: fc.constantFrom('flip', 'cut', 'zero', 'insert'),
    size: fc.integer({ min: 1, max: 40 }),
  }),
  { maxLength: 4 },
)

const apply = (bytes: Bytes, { at, kind, size }: Change): Bytes => {
  const place = bytes.length === 0 ? 0 : at % bytes.length
  const [before, behind] = [bytes.slice(0, place), bytes.slice(place)]
  if (kind === 'cut') return joined([before, behind.slice(size)])
  if (kind === 'insert') return joined([before, payload(size, at), behind])
  const changed = bytes.slice()
  if (kind === 'zero') return changed.fill(0, place, place + size)
  return changed.map((byte, index) => (index === place ? byte ^ size : byte))
}
