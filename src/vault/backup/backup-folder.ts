import type { DurableFile, DurableFolder } from '../../journal/durable-folder.ts'
import { type Bytes, joined } from '../primitives/bytes.ts'
import type { BackupFile } from './backup-file.ts'

/** Where backups are kept: on this machine, or on a stick that may be pulled out. Fails with a `FolderError`. */
export interface BackupFolder {
  list(): Promise<DurableFile[]>
  /** Writes a new file, in place of one of that name; resolves once it is on disk. */
  write(name: string, pieces: AsyncIterable<Bytes>): Promise<void>
  read(name: string): BackupFile
  rename(name: string, to: string): Promise<void>
  remove(name: string): Promise<void>
}

const pieceSize = 4_194_304

/** Pieces put together until they are worth a write of their own. */
async function* inLargePieces(pieces: AsyncIterable<Bytes>): AsyncGenerator<Bytes> {
  let held: Bytes[] = []
  let size = 0
  for await (const piece of pieces) {
    held.push(piece)
    size += piece.length
    if (size < pieceSize) continue
    yield joined(...held)
    held = []
    size = 0
  }
  if (size > 0) yield joined(...held)
}

/** Backups in a folder whose writes are on disk when they resolve. */
export const durableBackupFolder = (folder: DurableFolder): BackupFolder => ({
  list: () => folder.list(),
  async write(name, pieces) {
    await folder.remove(name)
    let at = 0
    for await (const piece of inLargePieces(pieces)) {
      await folder.append(name, at, piece)
      at += piece.length
    }
  },
  read: (name) => ({
    async *pieces() {
      for (let at = 0; ; ) {
        const piece = await folder.read(name, at, pieceSize)
        if (piece.length > 0) yield piece
        at += piece.length
        if (piece.length < pieceSize) return
      }
    },
  }),
  rename: (name, to) => folder.rename(name, to),
  remove: (name) => folder.remove(name),
})
