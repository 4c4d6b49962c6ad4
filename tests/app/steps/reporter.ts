import { expect, type Page } from '@playwright/test'
import plan from '../../../resources/release-plan.json' with { type: 'json' }
import { goTo } from './administrator.ts'
import { type Counts, readTables } from './coordinator.ts'
import { saveTo } from './files.ts'

/** A period as it was reported: what was counted in the room, what left it, and the file. */
export interface Reported {
  /** As the screen names it. */
  period: string
  /** By the titles of the tables. Each cell holds the true count, then the count that leaves. */
  counted: Record<string, Counts>
  leaving: Record<string, Counts>
  path: string
}

/** The periods the room can report, newest first, as the screen names them. */
export async function periodsToReport(page: Page): Promise<string[]> {
  await goTo(page, '统计上报')
  const periods = page.getByRole('main').getByRole('link', { name: /^\d{4}年/ })
  await expect(periods.first()).toBeVisible()
  return periods.allInnerTexts()
}

/** Looks at the numbers, then at all that leaves, then writes the file to the stick. */
export async function report(page: Page, period: string, stick: string): Promise<Reported> {
  await goTo(page, '统计上报')
  await page.getByRole('link', { name: period }).click()
  await expect(page.getByRole('heading', { level: 1, name: `上报 ${period}` })).toBeVisible()
  const next = page.getByRole('button', { name: '下一步：看看将离开本机的内容' })
  await expect(next).toBeVisible()
  const counted = await readTables(page.getByRole('main'))
  await next.click()
  const raw = page.getByRole('region', { name: '将被签名的原文' })
  await expect(raw).toBeVisible()
  const leaving = await readTables(page.getByRole('main'))
  expectSaid((await raw.textContent()) ?? '', leaving)
  await page.getByRole('button', { name: '下一步：输入口令' }).click()
  await page.getByRole('button', { name: '输入口令，写出统计包' }).click()
  await expect(page.getByRole('heading', { name: '统计包已经写好' })).toBeVisible()
  return { period, counted, leaving, path: await saveTo(stick, page, '选择位置，存为文件') }
}

/** What is to be read of every table is what is signed: its sum, or how many of its cells are withheld. */
function expectSaid(text: string, leaving: Record<string, Counts>): void {
  const payload: { tables: { id: string; cells: (number | null)[] }[] } = JSON.parse(text)
  for (const { id, cells } of payload.tables) {
    const table = plan.tables.find((one) => one.id === id)
    // The room's duties are read as a list.
    if (table === undefined || table.unit === 'duty') continue
    const read = leaving[table.title['zh-CN']] ?? {}
    if (table.class === 'S')
      expect(Object.values(read).flat().filter(isNull), id).toHaveLength(cells.filter(isNull).length)
    else
      expect(read.合计?.at(-1), id).toBe(cells.reduce((sum: number, cell) => sum + (cell ?? Number.NaN), 0))
  }
}

const isNull = (cell: number | null): boolean => cell === null
