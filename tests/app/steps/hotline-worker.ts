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
  await page.getByRole('textbox', { name: '称呼', exact: true }).fill(call.alias)
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
  const told = page.getByRole('alert').filter({ hasText: '还差这些才能结束' })
  for (const field of missing) await expect(told).toContainText(field)
}

/** What was not asked, for one reason. */
const leaveOut = async (page: Page, why: string): Promise<void> => {
  await page.getByLabel('没问到的，原因都是').fill(why)
  await page.getByRole('button', { name: '用于以上各项' }).click()
}

/** Asks about danger, acts, and says how the call ended. */
export async function seeItThrough(page: Page, call: Call): Promise<void> {
  await choose(page, '询问危险', '问了')
  await choose(page, '对方回答', '有计划')
  await choose(page, '处置级别', '当日')
  await tryToEnd(page, '另定理由', '行动', '结束情况', '可否回拨')
  await choose(page, '处置级别', '立即')
  await pick(page, '行动', '通知家属')
  const action = page.getByRole('group', { name: '记一项行动' })
  await action.getByRole('radio', { name: '已做' }).check()
  await action.getByLabel('联系到谁').fill('示例家属')
  await action.getByLabel('对方怎么答复').fill(call.actionNote)
  await action.getByRole('button', { name: '记下' }).click()
  await expect(page.getByRole('list', { name: '行动' }).getByRole('listitem')).toContainText('已做')
  await leaveOut(page, '示例：对方不愿多谈')
  await pick(page, '结束情况', '已接上其他帮助')
  await page.getByRole('button', { name: '结束通话' }).click()
  await expect(page.getByRole('heading', { name: '通话中' })).toBeHidden()
}
