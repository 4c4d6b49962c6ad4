import { crc32c } from './crc32c.ts'
import type { Bytes } from './durable-folder.ts'
import { NewerFormatError } from './newer-format.ts'

/** One entry of a journal or a snapshot. `seq` counts up in a file; that it does is for the reader to check. */
export interface Frame {
  seq: number
  payload: Bytes
}

/** Bytes of a file, `to` not among them. */
export interface ByteRange {
  from: number
  to: number
}

/** What a file of frames was found to be, once it has been read to its end. */
export interface FrameReport {
  /** Where the last whole frame ends. */
  end: number
  /** Something stands behind `end` that is no whole frame: an append that was cut short, to be truncated. */
  torn: boolean
  /** What is no whole frame, with a whole frame behind it. */
  damaged: ByteRange[]
}

// magic 4 · version 1 · payload length 4 · seq 8 · crc32c of those 4 · crc32c of all of it and the payload 4 · payload
const MAGIC = [0xa5, 0x41, 0x58, 0x46] as const
const VERSION = 1
const VERSION_AT = 4
const LENGTH_AT = 5
const SEQ_AT = 9
const HEADER_SUM_AT = 17
const PAYLOAD_SUM_AT = 21
const HEADER_SIZE = 25

/** The most one frame holds, so that a damaged length never asks for all the memory there is. */
export const LARGEST_PAYLOAD = 64 * 1024 * 1024

/** The bytes to append for this frame. Throws RangeError for a seq that is no count, or a payload over 64 MiB. */
export const encodeFrame = ({ seq, payload }: Frame): Bytes => {
  if (!Number.isSafeInteger(seq) || seq < 0) throw new RangeError(`No seq: ${seq}`)
  if (payload.length > LARGEST_PAYLOAD) throw new RangeError(`Too much for a frame: ${payload.length} bytes`)
  const bytes = new Uint8Array(HEADER_SIZE + payload.length)
  const view = new DataView(bytes.buffer)
  bytes.set(MAGIC)
  view.setUint8(VERSION_AT, VERSION)
  view.setUint32(LENGTH_AT, payload.length)
  view.setBigUint64(SEQ_AT, BigInt(seq))
  view.setUint32(HEADER_SUM_AT, crc32c(bytes.subarray(0, HEADER_SUM_AT)))
  view.setUint32(PAYLOAD_SUM_AT, crc32c(payload, crc32c(bytes.subarray(0, PAYLOAD_SUM_AT))))
  bytes.set(payload, HEADER_SIZE)
  return bytes
}

/** Takes a file of frames in pieces, as they come, and gives the whole frames; past damage it finds the next one. */
export class FrameScanner {
  #held: Bytes = new Uint8Array()
  /** Where in the file the held bytes begin. */
  #from = 0
  #pieces: Bytes[] = []
  #piecesSize = 0
  /** No use looking again before this many bytes more have come. */
  #missing = 0
  #end = 0
  readonly #damaged: ByteRange[] = []

  /** The frames that became whole with these bytes. Throws NewerFormatError. */
  push(bytes: Bytes): Frame[] {
    this.#pieces.push(bytes)
    this.#piecesSize += bytes.length
    return this.#piecesSize < this.#missing ? [] : this.#scan(false)
  }

  /** The frames that were hidden behind one cut short, and what the file was found to be. Throws NewerFormatError. */
  finish(): { frames: Frame[]; report: FrameReport } {
    const frames = this.#scan(true)
    const size = this.#from + this.#held.length
    return { frames, report: { end: this.#end, torn: this.#end < size, damaged: this.#damaged } }
  }

  #scan(ended: boolean): Frame[] {
    this.#joinPieces()
    const frames: Frame[] = []
    let at = 0
    let missing = 0
    while (missing === 0) {
      at = nextMagic(this.#held, at)
      const found = frameAt(this.#held, at)
      if (found.kind === 'frame') {
        const from = this.#from + at
        if (this.#end < from) this.#damaged.push({ from: this.#end, to: from })
        frames.push(found.frame)
        at += found.size
        this.#end = this.#from + at
      } else if (found.kind === 'none' || (ended && at < this.#held.length)) {
        at++
      } else {
        missing = found.missing
      }
    }
    this.#missing = missing
    this.#held = this.#held.slice(at)
    this.#from += at
    return frames
  }

  #joinPieces(): void {
    const joined = new Uint8Array(this.#held.length + this.#piecesSize)
    joined.set(this.#held)
    let at = this.#held.length
    for (const piece of this.#pieces) {
      joined.set(piece, at)
      at += piece.length
    }
    this.#held = joined
    this.#pieces = []
    this.#piecesSize = 0
  }
}

/** The frames of a file that fits in memory, and what the file was found to be. Throws NewerFormatError. */
export const decodeFrames = (bytes: Bytes): FrameReport & { frames: Frame[] } => {
  const scanner = new FrameScanner()
  const first = scanner.push(bytes)
  const { frames, report } = scanner.finish()
  return { frames: [...first, ...frames], ...report }
}

/** Where the next magic begins, or could when more bytes come; the end of the bytes when nothing of it is there. */
const nextMagic = (bytes: Bytes, from: number): number => {
  for (let at = bytes.indexOf(MAGIC[0], from); at !== -1; at = bytes.indexOf(MAGIC[0], at + 1)) {
    if (MAGIC.every((byte, index) => (bytes[at + index] ?? byte) === byte)) return at
  }
  return bytes.length
}

type Found =
  | { kind: 'frame'; frame: Frame; size: number }
  | { kind: 'none' }
  /** It may be a frame when so many bytes more have come. */
  | { kind: 'short'; missing: number }

const NONE: Found = { kind: 'none' }

const frameAt = (bytes: Bytes, at: number): Found => {
  const there = bytes.length - at
  if (there < HEADER_SIZE) return { kind: 'short', missing: HEADER_SIZE - there }
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, HEADER_SIZE)
  if (view.getUint32(HEADER_SUM_AT) !== crc32c(bytes.subarray(at, at + HEADER_SUM_AT))) return NONE
  if (view.getUint8(VERSION_AT) !== VERSION) throw new NewerFormatError()
  const length = view.getUint32(LENGTH_AT)
  const seq = Number(view.getBigUint64(SEQ_AT))
  if (length > LARGEST_PAYLOAD || !Number.isSafeInteger(seq)) return NONE
  const size = HEADER_SIZE + length
  if (there < size) return { kind: 'short', missing: size - there }
  const payload = bytes.slice(at + HEADER_SIZE, at + size)
  const sum = crc32c(payload, crc32c(bytes.subarray(at, at + PAYLOAD_SUM_AT)))
  return view.getUint32(PAYLOAD_SUM_AT) === sum ? { kind: 'frame', frame: { seq, payload }, size } : NONE
}
