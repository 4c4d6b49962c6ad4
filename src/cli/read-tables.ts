import { readTableSet, type TableSet, TableSetError } from '../disclosure/table-set.ts'
import { done, type Outcome, refused } from '../instruments/outcome.ts'
import { readJson } from './read-json.ts'

const largestTables = 64_000_000

/** Reads a `tables.json` (DESIGN section 9). Throws nothing: what is wrong with the file is refused with its code. */
export const readTables = async (path: string): Promise<Outcome<TableSet>> => {
  const read = await readJson(path, largestTables)
  if (!read.ok) return read
  try {
    return done(readTableSet(read.value))
  } catch (error) {
    if (!(error instanceof TableSetError)) throw error
    return refused(error.code, { at: path, detail: { cause: error.message } })
  }
}
