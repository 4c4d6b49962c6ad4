import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { readBuiltSite } from '../../../src/host/built-site.ts'
import { serve } from '../../../src/host/serve.ts'
import { putInReadme } from '../in-readme.ts'
import { launch } from '../vault/launch.ts'
import { buildSite } from '../vault/pages-on-show.ts'
import { time } from '../vault/readme-block.ts'
import type { Timing } from '../vault/timing.ts'

const until = '2026-11-22'

/** How many calls a hotline of many years has. */
export const callsMeant = 50_000

const said = ({ median, p95, runs }: Timing): string => `p95 ${time(p95)}, median ${time(median)}, of ${runs}`

const table = (calls: number, rows: readonly (readonly [string, string, string])[]): string =>
  [
    `**${calls.toLocaleString('en')} calls**, on ${cpus()[0]?.model}, load of the machine at the end ${loadavg()[0]?.toFixed(1)}`,
    '',
    '| work | must reach | here |',
    '|---|---|---|',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n')

/** Fills a vault with calls in real Chromium, then looks at the board and searches. Prints, and with as many calls as are meant keeps in the README, how long that took. */
export async function benchCalls(calls: number): Promise<void> {
  const site = await buildSite()
  const folder = await mkdtemp(join(tmpdir(), 'anxin-bench-'))
  const serving = await serve(await readBuiltSite(site), 0, { data: join(folder, 'data') })
  if (!serving.ok) throw new Error(serving.code)
  const context = await launch(join(folder, 'profile'))
  try {
    const page = context.pages()[0] ?? (await context.newPage())
    await page.goto(serving.entrance)
    await page.goto(`${serving.address}bench/index.html`)
    const filled = await page.evaluate((size) => window.measured.inCalls((bench) => bench.fill(size)), {
      calls,
      until,
    })
    console.log(`${filled.rows} calls, filled in ${(filled.took / 1000).toFixed(0)} s`)
    const took = await page.evaluate(() => window.measured.inCalls((bench) => bench.measure()))
    const figures = table(filled.rows, [
      ['first board after unlocking, from every call', '–', time(took.first)],
      ['board', '≤ 200 ms', said(took.board)],
      ['board after a call was saved', '≤ 200 ms', said(took.boardAfterSaving)],
      ['search, letter by letter', '≤ 50 ms', said(took.search)],
      ['search with type, level and state', '≤ 50 ms', said(took.filtered)],
      ['summary of a quarter', '–', time(took.summary)],
      ['save a call, durable', '–', said(took.saved)],
    ])
    console.log(figures)
    if (calls === callsMeant) putInReadme('calls', figures)
  } finally {
    await context.close().catch(() => undefined)
    await serving.close()
    await rm(folder, { recursive: true, force: true })
    await rm(site, { recursive: true, force: true })
  }
}
