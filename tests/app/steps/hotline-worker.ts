import { expect, type Page } from '@playwright/test'
import { goTo } from './administrator.ts'

/** Takes a call: the clock runs from here. */
export async function takeCall(page: Page): Promise<void> {
  await goTo(page, '热线')
  await page.getByRole('button', { name: '接听新来电' }).click()
  await expect(page.getByRole('heading', { name: '通话中' })).toBeVisible()
}

const choose = async (page: Page, field: string, choice: string): Promise<void> =>
  page.getByRole('radiogroup', { name: field }).getByRole('radio', { name: choice }).check()

const pick = async (page: Page, field: string, choice: string): Promise<void> => {
  await page.getByRole('combobox', { name: field }).click()
  await page.getByRole('option', { name: choice, exact: true }).click()
}

export interface Call {
  alias: string
  concern: string
  ideation: number
  hopelessness: number
  actionNote: string
}

/** The talk as far as the caller has told it: who, what, how strong. */
export async function noteCaller(page: Page, call: Call): Promise<void> {
  await choose(page, '来电类型', '自杀风险')
  await choose(page, '来电人', '本人')
  await page.getByLabel('称呼').fill(call.alias)
  await choose(page, '性别', '女')
  await pick(page, '年龄段', '18–39 岁')
  await page.getByLabel('主诉').fill(call.concern)
  await page.getByRole('spinbutton', { name: '自杀想法' }).fill(String(call.ideation))
  await page.getByRole('spinbutton', { name: '绝望感' }).fill(String(call.hopelessness))
  await page.getByRole('spinbutton', { name: '绝望感' }).blur()
}

/** Tries to end the call and is told what is still missing. */
export async function tryToEnd(page: Page, ...missing: string[]): Promise<void> {
  await page.getByRole('button', { name: '结束通话' }).click()
  const told = page.getByRole('alert').filter({ hasText: '还不能结束这通来电' })
  for (const field of missing) await expect(told).toContainText(field)
}

/** Asks about danger, acts, and says how the call ended. */
export async function seeItThrough(page: Page, call: Call): Promise<void> {
  await choose(page, '询问危险', '问了')
  await choose(page, '对方回答', '有计划')
  await choose(page, '处置级别', '当日')
  await tryToEnd(page, '处置级别', '行动', '结束情况', '约定随访')
  await choose(page, '处置级别', '立即')
  await pick(page, '行动', '通知家属')
  const action = page.getByRole('list', { name: '行动' }).getByRole('listitem')
  await action.getByRole('radio', { name: '已做' }).check()
  await action.getByLabel('通知家属：结果或说明').fill(call.actionNote)
  await pick(page, '结束情况', '已接上其他帮助')
  await page.getByRole('button', { name: '24 小时后' }).click()
  await page.getByRole('button', { name: '结束通话' }).click()
  await expect(page.getByRole('heading', { name: /的来电$/ })).toBeVisible()
}
