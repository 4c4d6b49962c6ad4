import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { tauArgusFiles } from '../exchange/tau-argus/tau-argus-files.ts'
import { systemCode } from '../host/file-system.ts'
import { type ExitCode, reportRefusals } from './command.ts'
import { readTables } from './read-tables.ts'

/**
 * `tau-argus <tables.json> --out FOLDER`: writes into a new folder what a statistician needs to have tau-ARGUS check these
 * tables. They are the true counts; the folder can be read by its owner alone.
 */
export const run = async (args: string[]): Promise<ExitCode> => {
  const asked = readArguments(args)
  if (asked === null) {
    reportRefusals([{ code: 'WRONG_ARGUMENTS', at: args.join(' ') }])
    return 2
  }
  const refusal = await writeFiles(asked.path, asked.out)
  if (refusal === null) return 0
  reportRefusals([refusal])
  return 1
}

const readArguments = (args: string[]): { path: string; out: string } | null => {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { out: { type: 'string' } },
      allowPositionals: true,
    })
    const [path, ...more] = positionals
    return path === undefined || more.length > 0 || !values.out ? null : { path, out: values.out }
  } catch {
    return null
  }
}

const writeFiles = async (path: string, out: string) => {
  const tables = await readTables(path)
  if (!tables.ok) return tables.refusal
  const { files, left } = tauArgusFiles(tables.value)
  if (!files.some(({ name }) => name.endsWith('.arb'))) {
    return {
      code: 'NO_TABLE_FOR_TAU_ARGUS',
      at: path,
      detail: { left: left.map(({ because }) => because).join(' ') },
    }
  }
  try {
    await mkdir(out, { mode: 0o700 })
    for (const { name, text } of files) await writeFile(join(out, name), text, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    return { code: systemCode(error) === 'EEXIST' ? 'FILE_EXISTS' : 'FILE_NOT_WRITTEN', at: out }
  }
  console.log(JSON.stringify({ written: out, files: files.map(({ name }) => name), left }))
  return null
}
