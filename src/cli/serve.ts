import { existsSync } from 'node:fs'
import { readBuiltSite } from '../host/built-site.ts'
import { dataFolder } from '../host/data-folder.ts'
import { DEFAULT_PORT, serve } from '../host/serve.ts'
import { builtPages } from './built-program.ts'
import { type ExitCode, refuse, WrongArguments, wordsOf } from './command.ts'
import { untilStopped } from './until-stopped.ts'

/** `serve --port N`: serves the browser edition on 127.0.0.1 until it is stopped; its address, and the one that lets in, come out as JSON. */
export const run = async (args: string[]): Promise<ExitCode> => {
  const port = readPort(args)
  if (!existsSync(builtPages)) return refuse({ code: 'NOT_BUILT', at: builtPages })
  const serving = await serve(await readBuiltSite(builtPages), port, { data: dataFolder() })
  if (!serving.ok) return refuse({ code: serving.code, at: serving.address })
  const { address, entrance } = serving
  console.log(JSON.stringify({ address, entrance }))
  await untilStopped()
  await serving.close()
  return 0
}

const readPort = (args: string[]): number => {
  const { values, positionals } = wordsOf(args, { port: { type: 'string' } })
  const { port = String(DEFAULT_PORT) } = values
  if (positionals.length > 0 || !/^\d{1,5}$/.test(port) || Number(port) > 65535) throw new WrongArguments()
  return Number(port)
}
