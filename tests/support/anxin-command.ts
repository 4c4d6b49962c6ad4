import { spawn } from 'node:child_process'
import { buffer, text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

/** Runs `anxin` as its own process, with this on standard input. */
export const anxin = async (args: string[], input: string | Uint8Array = '') => {
  const child = spawn(process.execPath, [
    fileURLToPath(new URL('../../src/cli/anxin.ts', import.meta.url)),
    ...args,
  ])
  child.stdin.end(input)
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [bytes, errors] = await Promise.all([buffer(child.stdout), text(child.stderr)])
  const output = bytes.toString()
  return { exit: await exit, output, bytes, lines: output.split('\n').slice(0, -1), errors }
}
