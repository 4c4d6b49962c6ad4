import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { readBuiltSite } from '../../../src/host/built-site.ts'
import { serve } from '../../../src/host/serve.ts'
import type { BenchPlan } from './bench-files.ts'
import { launch } from './launch.ts'
import { paintedCaseload } from './painted-caseload.ts'
import { measureSqlcipher } from './sqlcipher.ts'
import { timingOf } from './timing.ts'

const repeats = 5

/** What was measured of one size. */
export type Measured = Awaited<ReturnType<typeof measureVault>>

const say = (what: string): void => console.error(`  ${what}`)

const repeated = async <T>(work: () => Promise<T>): Promise<T[]> => {
  const gave: T[] = []
  for (let time = 0; time < repeats; time++) gave.push(await work())
  return gave
}

const inOurs = async (page: Page, plan: BenchPlan) => {
  say('filling our vault')
  const filled = await page.evaluate((given) => window.measured.inVault((vault) => vault.fill(given)), plan)
  say('first unlocking, from all records')
  const withoutPages = await page.evaluate(() => window.measured.inVault((vault) => vault.withoutPages()))
  const kdf = await page.evaluate(() => window.measured.inVault((vault) => vault.deriveKey()))
  say('unlocking')
  const unlocks = await repeated(() =>
    page.evaluate(() => window.measured.inVault((vault) => vault.unlock())),
  )
  if (unlocks.some(({ clients }) => clients < plan.size.clients)) throw new Error('clients are missing')
  say('searching, opening, saving, checking')
  const search = await page.evaluate((given) => window.measured.inVault((vault) => vault.search(given)), plan)
  const openCases = await page.evaluate(
    (given) => window.measured.inVault((vault) => vault.openCases(given)),
    plan,
  )
  const check = await page.evaluate(() => window.measured.inVault((vault) => vault.check()))
  const saved = await page.evaluate(() => window.measured.inVault((vault) => vault.saveAssessments()))
  if (!check.complete) throw new Error('rows are missing')
  say('backing up')
  const backup = await page.evaluate(() => window.measured.inVault((vault) => vault.backUp()))
  return {
    filled,
    kdf,
    withoutPages,
    unlocked: timingOf(unlocks.map(({ unlocked }) => unlocked - kdf.median)),
    listed: timingOf(unlocks.map(({ listed }) => listed)),
    search,
    openCases,
    check: check.took,
    saved,
    backup,
  }
}

const inDexie = async (page: Page, plan: BenchPlan, queries: string[]) => {
  say('plain Dexie')
  const filled = await page.evaluate((given) => window.measured.inDexie((dexie) => dexie.fill(given)), plan)
  const caseload = timingOf(
    await repeated(() => page.evaluate(() => window.measured.inDexie((dexie) => dexie.caseload()))),
  )
  return {
    filled,
    caseload,
    allRecords: await page.evaluate(() => window.measured.inDexie((dexie) => dexie.allRecords())),
    search: await page.evaluate((given) => window.measured.inDexie((dexie) => dexie.search(given)), queries),
    openCases: await page.evaluate(
      (given) => window.measured.inDexie((dexie) => dexie.openCases(given)),
      plan,
    ),
    save: await page.evaluate(
      (given) => window.measured.inDexie((dexie) => dexie.saveAssessments(given)),
      plan,
    ),
  }
}

/** Measures our vault, SQLCipher and plain Dexie on the same rows. `site` is what `buildSite` gave. */
export const measureVault = async (plan: BenchPlan, site: string) => {
  const folder = await mkdtemp(join(tmpdir(), 'anxin-bench-'))
  const serving = await serve(await readBuiltSite(site), 0, { data: join(folder, 'data') })
  if (!serving.ok) throw new Error(serving.code)
  const context = await launch(join(folder, 'profile'))
  try {
    const page = context.pages()[0] ?? (await context.newPage())
    await page.goto(serving.entrance)
    await page.goto(`${serving.address}bench/index.html`)
    const browser = context.browser()?.version() ?? (await page.evaluate(() => navigator.userAgent))
    const ours = await inOurs(page, plan)
    const dexie = await inDexie(page, plan, ours.search.queries)
    say('the program itself, to a painted caseload')
    // The first time the cost of deriving may still be raised, and nothing is in the browser's cache.
    await paintedCaseload(context, serving.entrance)
    const painted = await repeated(() => paintedCaseload(context, serving.entrance))
    const paintedKdf = await page.evaluate(() => window.measured.inVault((vault) => vault.deriveKey()))
    await context.close()
    say('SQLCipher')
    const sqlcipher = await measureSqlcipher(plan, ours.search.queries)
    return {
      browser,
      size: plan.size,
      ours,
      painted: timingOf(painted.map((took) => took - paintedKdf.median)),
      dexie,
      sqlcipher,
    }
  } finally {
    await context.close().catch(() => undefined)
    await serving.close()
    await rm(folder, { recursive: true, force: true })
  }
}
