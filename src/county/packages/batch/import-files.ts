import type { BroughtFile, BroughtFiles } from './brought-file.ts'
import { type Committing, commitBatch } from './commit-batch.ts'
import type { ImportedFile } from './imported-file.ts'
import { type Staging, stageBatch } from './stage-batch.ts'

/** Read and taken in before the next files are read. */
const roundOf = { files: 2_000, bytes: 64_000_000 }

export interface Importing extends Pick<Staging, 'desk' | 'keeping'>, Omit<Committing, 'onProgress'> {
  /** After every file that was read, and after every saving: how many of all so far. */
  onProgress?: (progress: { read: number; done: number }) => void
  round?: { files: number; bytes: number }
}

/**
 * Takes in any number of files without holding more than a round of them: best sorted by name, so that little has to wait for the next
 * round. What was not read when somebody stopped is not told of. Throws what the keeping throws; brought again, the same files
 * complete it.
 */
export async function importFiles(
  files: BroughtFiles,
  { desk, keeping, dueDay, signal, onProgress, round = roundOf }: Importing,
): Promise<ImportedFile[]> {
  const imported: ImportedFile[] = []
  let read = 0
  for await (const some of inRounds(files, round)) {
    if (signal?.aborted) break
    const done = imported.length
    const tell = (more: { read?: number; done?: number }) =>
      onProgress?.({ read: read + (more.read ?? some.length), done: done + (more.done ?? 0) })
    const staged = await stageBatch(some, {
      desk,
      keeping,
      signal,
      onProgress: (looked) => tell({ read: looked }),
    })
    imported.push(...staged.refused)
    const refused = staged.refused.length
    imported.push(
      ...(await commitBatch(staged.packages, keeping, {
        dueDay,
        signal,
        onProgress: (taken) => tell({ done: refused + taken }),
      })),
    )
    read += some.length
  }
  return imported
}

async function* inRounds(
  files: BroughtFiles,
  most: { files: number; bytes: number },
): AsyncGenerator<BroughtFile[]> {
  let round: BroughtFile[] = []
  let bytes = 0
  for await (const file of files) {
    round.push(file)
    bytes += typeof file.content === 'string' ? 0 : file.content.length
    if (round.length >= most.files || bytes >= most.bytes) {
      yield round
      round = []
      bytes = 0
    }
  }
  if (round.length > 0) yield round
}
