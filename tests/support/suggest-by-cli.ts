import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { BrowserCommand } from 'vitest/node'
import type { Evidence } from '../../src/tiering/evidence.ts'
import type { RuleSet } from '../../src/tiering/rule-set.ts'

/** For tests in the browser: what `anxin suggest` answers by these rules on a day, a line for each client's evidence. */
export const suggestByCli: BrowserCommand<
  [rules: RuleSet, evidence: (readonly Evidence[])[], today: string]
> = async ({ project }, rules, evidence, today): Promise<unknown[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'anxin-suggest-'))
  try {
    const file = join(folder, 'rules.json')
    await writeFile(file, JSON.stringify(rules))
    const child = spawn(process.execPath, ['src/cli/anxin.ts', 'suggest', file, '--today', today], {
      cwd: project.config.root,
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    child.stdin.end(evidence.map((line) => `${JSON.stringify(line)}\n`).join(''))
    const answered = await text(child.stdout)
    return answered
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line))
  } finally {
    await rm(folder, { recursive: true })
  }
}
