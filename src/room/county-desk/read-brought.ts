import { mostFileBytes, type BroughtFile as ReadFile } from '../../county/packages/batch/brought-file.ts'
import type { BroughtFile } from '../contract/county-import.ts'

/** Reads files as their turn comes, each once; one that cannot be read stops none of the others. */
export async function* readBrought(files: readonly BroughtFile[]): AsyncGenerator<ReadFile> {
  for (const { name, content } of files) yield { name, content: await contentOf(content) }
}

const contentOf = async (content: BroughtFile['content']): Promise<ReadFile['content']> => {
  if (content === 'FILE_TOO_LARGE') return 'PACKAGE_TOO_LARGE'
  if (!(content instanceof Blob)) return content
  if (content.size > mostFileBytes) return 'PACKAGE_TOO_LARGE'
  try {
    return new Uint8Array(await content.arrayBuffer())
  } catch {
    return 'FILE_NOT_READ'
  }
}
