import { readTableSet, type TableSet, TableSetError } from '../disclosure/table-set.ts'
import { done, type Outcome, refused } from '../instruments/outcome.ts'
import { readFileWithin } from './read-file.ts'

const largestTables = 64_000_000

/** Reads a `tables.json` (DESIGN section 9). Throws nothing: what is wrong with the file is refused with its code. */
export const readTables = async (path: string): Promise<Outcome<TableSet>> => {
  const file = await readFileWithin(path, largestTables)
  if (!file.ok) return file
  try {
    return done(readTableSet(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file.value))))
  } catch (error) {
    if (error instanceof TableSetError)
      return refused(error.code, { at: path, detail: { cause: error.message } })
    return refused('NOT_JSON', { at: path })
  }
}
