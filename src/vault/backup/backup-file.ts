import { FolderError } from '../../journal/durable-folder.ts'
import type { Bytes } from '../primitives/bytes.ts'

/** A backup that can be read, from its first byte, as often as asked. */
export interface BackupFile {
  pieces(): AsyncIterable<Bytes>
}

const pieceSize = 1_048_576

/** A backup that is in memory. */
export const backupInMemory = (bytes: Bytes): BackupFile => ({
  async *pieces() {
    for (let at = 0; at < bytes.length; at += pieceSize) yield bytes.slice(at, at + pieceSize)
  },
})

/** A backup in a file that was chosen. Throws FOLDER_UNREACHABLE when it is not there any more. */
export const backupInBlob = (file: Blob): BackupFile => ({
  async *pieces() {
    for (let at = 0; at < file.size; at += pieceSize) {
      const piece = await file
        .slice(at, at + pieceSize)
        .arrayBuffer()
        .catch((cause: unknown) => {
          throw new FolderError('FOLDER_UNREACHABLE', { cause })
        })
      yield new Uint8Array(piece)
    }
  },
})
