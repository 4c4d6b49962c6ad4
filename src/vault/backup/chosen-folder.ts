import { Dexie, type Table } from 'dexie'

interface ChosenRow {
  id: string
  folder: FileSystemDirectoryHandle
}

class ChosenDatabase extends Dexie {
  declare readonly chosen: Table<ChosenRow, string>

  constructor(vault: string) {
    super(`${vault}-backup-folder`)
    this.version(1).stores({ chosen: 'id' })
  }
}

const id = 'folder'

const within = async <T>(
  vault: string,
  work: (chosen: Table<ChosenRow, string>) => PromiseLike<T>,
): Promise<T> => {
  const database = new ChosenDatabase(vault)
  try {
    return await work(database.chosen)
  } finally {
    database.close()
  }
}

/** Remembers which folder somebody chose for a vault's backups; it says nothing of what is in there. */
export const rememberFolder = async (vault: string, folder: FileSystemDirectoryHandle): Promise<void> => {
  await within(vault, (chosen) => chosen.put({ id, folder }))
}

/** Null when none was chosen yet. */
export const rememberedFolder = async (vault: string): Promise<FileSystemDirectoryHandle | null> =>
  (await within(vault, (chosen) => chosen.get(id)))?.folder ?? null
