import { expect, type Page } from '@playwright/test'
import { goTo } from './administrator.ts'
import { chooseFile } from './files.ts'

/** Opens the page of an instrument, found as a person finds it: by a few letters and Enter. */
export async function openInstrument(page: Page, letters: string, title: RegExp): Promise<void> {
  await goTo(page, '量表')
  await page.getByLabel('查找量表').fill(letters)
  await expect(page.getByRole('row', { name: title })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

/** The row of an instrument in the catalogue. */
export async function rowOf(page: Page, letters: string) {
  await goTo(page, '量表')
  await page.getByLabel('查找量表').fill(letters)
  return page.getByRole('row').filter({ hasText: letters }).first()
}

/** Every row of the catalogue as it stands: what there is, for whom, on which terms, and whether it is given. */
export async function shelfOn(page: Page): Promise<string[]> {
  await goTo(page, '量表')
  await expect(page.getByRole('heading', { level: 1, name: '量表' })).toBeVisible()
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  return page.getByRole('row').allInnerTexts()
}

export async function confirmNonCommercial(page: Page): Promise<void> {
  await goTo(page, '量表')
  await page.getByRole('button', { name: '确认本室不靠量表营利' }).click()
  await expect(page.getByText('已确认：本室使用量表不营利。')).toBeVisible()
}

/** Picks these files on the page where instruments are taken in. */
export async function chooseImport(page: Page, ...paths: string[]): Promise<void> {
  await goTo(page, '量表')
  await page.getByRole('button', { name: '导入量表' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '导入量表' })).toBeVisible()
  await chooseFile(page, '选择文件', paths)
}

/** Signs what is on show into the room's set. */
export async function signIn(page: Page, said: string): Promise<void> {
  const sign = page.getByRole('button', { name: '签字启用', exact: true })
  await expect(sign).toBeDisabled()
  await page.getByRole('checkbox', { name: '使用条件我看过了，题目试做过了' }).check()
  await sign.click()
  await expect(page.getByRole('status').filter({ hasText: said })).toBeVisible()
}

/** The faults of this file that are listed: place and sentence of each. */
export async function faultsOf(page: Page, file: string): Promise<string[][]> {
  const rows = page.getByRole('table').getByRole('row', { name: file })
  await expect(rows.first()).toBeVisible()
  return rows.evaluateAll((faults) =>
    faults.map((fault) => [...fault.querySelectorAll('td')].map(({ textContent }) => textContent)),
  )
}
