import { expect, type Page } from '@playwright/test'
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
  expect(sumOf(Object.values(leaving))).toBe(sumOfPayload((await raw.textContent()) ?? ''))
  await page.getByRole('button', { name: '下一步：输入口令' }).click()
  await page.getByRole('button', { name: '输入口令，写出统计包' }).click()
  await expect(page.getByRole('heading', { name: '统计包已经写好' })).toBeVisible()
  return { period, counted, leaving, path: await saveTo(stick, page, '选择位置，存为文件') }
}

/** Every row ends with its own sum; the last row of a table with several holds the sum of all. */
const sumOf = (tables: Counts[]): number =>
  tables.reduce((sum, counts) => sum + (counts.合计?.at(-1) ?? 0), 0)

const sumOfPayload = (text: string): number => {
  const payload: { tables: { cells: number[] }[] } = JSON.parse(text)
  return payload.tables.flatMap(({ cells }) => cells).reduce((sum, cell) => sum + cell, 0)
}
