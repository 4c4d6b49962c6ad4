import { expect, type Locator, type Page } from '@playwright/test'
import { chooseFile } from './files.ts'

/** A table of counts as it stands on the screen: the cells of each row under the row's name; null for one that is withheld. */
export type Counts = Record<string, (number | null)[]>

const withheld = /不予公布/

async function readCounts(table: Locator): Promise<Counts> {
  await expect(table).toBeVisible()
  const counts: Counts = {}
  for (const row of await table.getByRole('row').all()) {
    const cells = await row.getByRole('cell').allInnerTexts()
    const name = (await row.getByRole('rowheader').allInnerTexts()).join(' · ')
    if (cells.length > 0) counts[name] = cells.map((cell) => (withheld.test(cell) ? null : Number(cell)))
  }
  return counts
}

/** Whether every cell of a table is told. */
export const isTold = (counts: Counts): boolean => !Object.values(counts).flat().includes(null)

/** Two tables of the same grid added up. */
export const plus = (a: Counts, b: Counts = {}): Counts =>
  Object.fromEntries(
    Object.entries(a).map(([name, cells]) => [
      name,
      cells.map((cell, at) => (cell === null ? null : cell + (b[name]?.[at] ?? 0))),
    ]),
  )

/** Every table in a part of the page, by its title. */
export async function readTables(part: Locator): Promise<Record<string, Counts>> {
  const read: Record<string, Counts> = {}
  for (const table of await part.getByRole('table').all())
    read[(await table.getByRole('caption').textContent()) ?? ''] = await readCounts(table)
  return read
}

/** Opens one of the places of the county desk. */
export const goToPlace = (page: Page, place: string): Promise<void> =>
  page.getByRole('navigation', { name: '县级工作台的各页' }).getByRole('link', { name: place }).click()

/** Checks a file and takes it in, as it claims to be from this room and period. Gives what it says, by table. */
export async function importFile(
  page: Page,
  path: string,
  from: { name: string; period: string },
): Promise<Record<string, Counts>> {
  await goToPlace(page, '导入')
  await chooseFile(page, '选择统计包文件', path)
  const checked = page.getByRole('region', { name: `${from.name}，${from.period}` })
  await expect(checked).toBeVisible()
  const said = await readTables(checked)
  await checked.getByRole('button', { name: '收下' }).click()
  await expect(page.getByText(`已收下 ${from.name} ${from.period}的统计包，汇总数已更新。`)).toBeVisible()
  return said
}

/** Chooses a file that the county has already: it is said so, and there is nothing to take in. */
export async function importKnown(page: Page, path: string): Promise<void> {
  await goToPlace(page, '导入')
  await chooseFile(page, '选择统计包文件', path)
  await expect(page.getByText('这份已经收过，再收一次不会有任何变化。')).toBeVisible()
  await expect(page.getByRole('button', { name: '收下', exact: true })).toBeHidden()
}

/** Chooses a file that is refused; `reason` is the sentence on the screen. */
export async function importRefused(page: Page, path: string, reason: RegExp): Promise<void> {
  await goToPlace(page, '导入')
  await chooseFile(page, '选择统计包文件', path)
  await expect(page.getByRole('alert').filter({ hasText: reason })).toBeVisible()
  await expect(page.getByText('已有的汇总数没有任何变动。')).toBeVisible()
  await expect(page.getByRole('button', { name: '收下', exact: true })).toBeHidden()
}

/** The sums over rooms of one table and period, read from the screen; a chart of them stands beside. */
export async function readTotals(page: Page, table: string, period: string): Promise<Counts> {
  await goToPlace(page, '汇总')
  await choose(page, '统计表', table)
  await choose(page, '期间', period)
  await expect(page.getByRole('img', { name: table })).toBeVisible()
  return readCounts(page.getByRole('table', { name: table }))
}

async function choose(page: Page, field: string, value: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).click()
  await page.getByRole('option', { name: value, exact: true }).click()
}
