import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readBuiltSite } from '../host/built-site.ts'
import { dataFolder } from '../host/data-folder.ts'
import { DEFAULT_PORT, serve } from '../host/serve.ts'
import { builtPages } from './built-program.ts'
import { type ExitCode, reportRefusals } from './command.ts'
import { untilStopped } from './until-stopped.ts'

/** `serve --port N`: serves the browser edition on 127.0.0.1 until it is stopped; its address, and the one that lets in, come out as JSON. */
export const run = async (args: string[]): Promise<ExitCode> => {
  const port = readPort(args)
  if (port === null) {
    reportRefusals([{ code: 'WRONG_ARGUMENTS', at: args.join(' ') }])
    return 2
  }
  if (!existsSync(builtPages)) {
    reportRefusals([{ code: 'NOT_BUILT', at: builtPages }])
    return 1
  }
  const serving = await serve(await readBuiltSite(builtPages), port, { data: dataFolder() })
  if (!serving.ok) {
    reportRefusals([{ code: serving.code, at: serving.address }])
    return 1
  }
  const { address, entrance } = serving
  console.log(JSON.stringify({ address, entrance }))
  await untilStopped()
  await serving.close()
  return 0
}

const readPort = (args: string[]): number | null => {
  try {
    const { port } = parseArgs({ args, options: { port: { type: 'string' } } }).values
    if (port === undefined) return DEFAULT_PORT
    return /^\d{1,5}$/.test(port) && Number(port) <= 65535 ? Number(port) : null
  } catch {
    return null
  }
}
