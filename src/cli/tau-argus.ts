import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { tauArgusFiles } from '../exchange/tau-argus/tau-argus-files.ts'
import { systemCode } from '../host/file-system.ts'
import { done, type Outcome, refused } from '../instruments/outcome.ts'
import { type ExitCode, onlyWord, refuse, WrongArguments, wordsOf } from './command.ts'
import { readTables } from './read-tables.ts'
import { writeNewFile } from './write-new-file.ts'

/**
 * `tau-argus <tables.json> --out FOLDER`: writes into a new folder what a statistician needs to have tau-ARGUS check these
 * tables. They are the true counts; the folder can be read by its owner alone.
 */
export const run = async (args: string[]): Promise<ExitCode> => {
  const { values, positionals } = wordsOf(args, { out: { type: 'string' } })
  const path = onlyWord(positionals)
  if (!values.out) throw new WrongArguments()
  const written = await writeFiles(path, values.out)
  return written.ok ? 0 : refuse(written.refusal)
}

const writeFiles = async (path: string, out: string): Promise<Outcome<null>> => {
  const tables = await readTables(path)
  if (!tables.ok) return tables
  const { files, left } = tauArgusFiles(tables.value)
  if (!files.some(({ name }) => name.endsWith('.arb')))
    return refused('NO_TABLE_FOR_TAU_ARGUS', {
      at: path,
      detail: { left: left.map(({ because }) => because).join(' ') },
    })
  try {
    await mkdir(out, { mode: 0o700 })
  } catch (error) {
    return refused(systemCode(error) === 'EEXIST' ? 'FILE_EXISTS' : 'FILE_NOT_WRITTEN', { at: out })
  }
  for (const { name, text } of files) {
    const written = await writeNewFile(join(out, name), new TextEncoder().encode(text))
    if (written.ok) continue
    // The folder is this command's own: part of what a statistician needs would be taken for all of it.
    await rm(out, { recursive: true, force: true })
    return refused(written.refusal.code, { at: out })
  }
  console.log(JSON.stringify({ written: out, files: files.map(({ name }) => name), left }))
  return done(null)
}
