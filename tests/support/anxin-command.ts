import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { buffer, text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

export const anxinPath = fileURLToPath(new URL('../../src/cli/anxin.ts', import.meta.url))

/** Runs `anxin` as its own process, with this on standard input. */
export const anxin = (args: string[], input: string | Uint8Array = '') =>
  answered(spawn(process.execPath, [anxinPath, ...args]), input)

/** The same where no file can become larger than 512 bytes, as on a disk that is full. */
export const anxinOnFullDisk = (args: string[]) =>
  answered(spawn('sh', ['-c', 'ulimit -f 1; exec "$@"', 'sh', process.execPath, anxinPath, ...args]), '')

const answered = async (child: ChildProcessWithoutNullStreams, input: string | Uint8Array) => {
  child.stdin.end(input)
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [bytes, errors] = await Promise.all([buffer(child.stdout), text(child.stderr)])
  const output = bytes.toString()
  return { exit: await exit, output, bytes, lines: output.split('\n').slice(0, -1), errors }
}
