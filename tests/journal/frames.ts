import fc from 'fast-check'
import type { Bytes } from '../../src/journal/durable-folder.ts'
import type { Frame } from '../../src/journal/frame.ts'

export type { Bytes }

/** Bytes that look like nothing in particular. */
export const payload = (size: number, seed: number): Bytes =>
  Uint8Array.from({ length: size }, (_, index) => (index * 37 + seed * 101 + 11) & 0xff)

/** The bytes of all pieces, one behind the other. */
export const joined = (pieces: readonly Uint8Array[]): Bytes =>
  Uint8Array.from(pieces.flatMap((piece) => Array.from(piece)))

/** Frames a vault might write, one after the other. */
export const frames: fc.Arbitrary<Frame[]> = fc
  .array(fc.uint8Array({ maxLength: 60 }), { maxLength: 6 })
  .map((payloads) => payloads.map((bytes, index) => ({ seq: index + 1, payload: Uint8Array.from(bytes) })))
