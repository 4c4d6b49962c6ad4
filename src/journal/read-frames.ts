import type { DurableFolder } from './durable-folder.ts'
import { type Frame, type FrameReport, FrameScanner } from './frame.ts'

const PIECE = 1024 * 1024

/**
 * The whole frames of a file, read a megabyte at a time; the generator returns what the file was found to be.
 * Throws FolderError, and NewerFormatError.
 */
export async function* readFrames(
  folder: DurableFolder,
  name: string,
): AsyncGenerator<Frame, FrameReport, undefined> {
  const scanner = new FrameScanner()
  let at = 0
  for (;;) {
    const piece = await folder.read(name, at, PIECE)
    yield* scanner.push(piece)
    at += piece.length
    if (piece.length < PIECE) break
  }
  const { frames, report } = scanner.finish()
  yield* frames
  return report
}
