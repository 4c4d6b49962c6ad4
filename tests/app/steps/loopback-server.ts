import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** The program's own server in a process of its own. */
export interface LoopbackServer {
  address: string
  /** Lets a browser in to the folders of `data`. */
  entrance: string
  stop(): Promise<void>
}

/** Serves the built pages on any free port, or on this one, as on a machine whose records lie in `data`. */
export const startServer = async (data: string, port = 0): Promise<LoopbackServer> => {
  const server = spawn(process.execPath, ['src/cli/anxin.ts', 'serve', '--port', String(port)], {
    cwd: root,
    env: { ...process.env, ANXIN_DATA: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(server, 'exit')
  const [line] = await Promise.race([once(createInterface({ input: server.stdout }), 'line'), ended])
  if (typeof line !== 'string') throw new Error(`The server ended with ${line}`)
  const { address, entrance } = JSON.parse(line)
  return {
    address,
    entrance,
    async stop() {
      server.kill('SIGTERM')
      await ended
    },
  }
}
