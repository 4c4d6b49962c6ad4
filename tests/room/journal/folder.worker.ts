import { expose } from 'comlink'
import { type DurableFolder, type FolderCode, FolderError } from '../../../src/journal/durable-folder.ts'
import { OpfsFolder } from '../../../src/room/journal/opfs-folder.ts'

const folders = new Map<string, OpfsFolder>()

const remote = {
  /** Comlink carries a code more surely than an error. */
  async call(
    name: string,
    call: keyof DurableFolder,
    args: unknown[],
  ): Promise<{ value: unknown; code: FolderCode | null }> {
    const folder = folders.get(name) ?? new OpfsFolder(name)
    folders.set(name, folder)
    try {
      return { value: await Reflect.apply(folder[call], folder, args), code: null }
    } catch (problem) {
      if (problem instanceof FolderError) return { value: null, code: problem.code }
      throw problem
    }
  },
}

export type RemoteFolder = typeof remote

expose(remote)
