import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import type { BrowserCommand } from 'vitest/node'

/** For tests in the browser: what `anxin score` answers to these lines, run as its own process. */
export const scoreByCli: BrowserCommand<[instrument: string, lines: unknown[]]> = async (
  { project },
  instrument,
  lines,
): Promise<unknown[]> => {
  const child = spawn(process.execPath, ['src/cli/anxin.ts', 'score', instrument], {
    cwd: project.config.root,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  const answered = await text(child.stdout)
  return answered
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
}
