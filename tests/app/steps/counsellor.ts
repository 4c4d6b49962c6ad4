import { expect, type Page } from '@playwright/test'
import type { Language } from '../../../src/casework/records/values.ts'
import { goTo } from './administrator.ts'
import { wordingIn } from './wording.ts'

export interface NewClient {
  name: string
  birthDate: string
  sex: '女' | '男'
  phone: string
}

/** What stands for a client wherever nobody asked for the name. */
export const aFileNumber = /^\d{4}-\d{4}$/

/** Registers a person; `mistakenFor` is the file number of somebody already registered whom the room asks about first. */
export async function registerClient(page: Page, client: NewClient, mistakenFor?: RegExp): Promise<void> {
  await goTo(page, '服务对象')
  await page.getByRole('button', { name: '登记服务对象' }).first().click()
  await page.getByLabel('姓名', { exact: true }).fill(client.name)
  await page.getByLabel('出生日期').fill(client.birthDate)
  await page.getByRole('radiogroup', { name: '性别' }).getByRole('radio', { name: client.sex }).check()
  await page.getByLabel('电话', { exact: true }).fill(client.phone)
  await page.getByRole('button', { name: '登记', exact: true }).click()
  if (mistakenFor !== undefined) {
    const question = page.getByRole('region', { name: /是下面的人吗/ })
    await expect(question).toContainText(mistakenFor)
    await question.getByRole('button', { name: '都不是，登记新的服务对象' }).click()
  }
  await expect(page.getByRole('heading', { level: 1, name: aFileNumber })).toBeVisible()
}

/** Opens a person's file from the caseload. */
export async function openFile(page: Page, name: string): Promise<void> {
  await goTo(page, '服务对象')
  await page.getByLabel('查找服务对象').fill(name)
  await expect(page.getByText('1 位', { exact: true })).toBeVisible()
  await page.getByRole('table').getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: aFileNumber })).toBeVisible()
}

/** Opens one page of the file that is open. */
export const openTab = (page: Page, tab: string): Promise<void> =>
  page.getByRole('navigation', { name: '档案页面' }).getByRole('link', { name: tab }).click()

/** Goes through the wording with the client or their guardian and records that they agreed. */
export async function recordConsent(
  page: Page,
  purpose: string,
  by: '本人' | '监护人' = '本人',
): Promise<void> {
  await openTab(page, '知情同意')
  const panel = page.getByRole('region', { name: purpose })
  await panel.getByRole('button', { name: '记录同意' }).click()
  await panel
    .getByRole('radiogroup', { name: '谁同意的' })
    .getByRole('radio', { name: by, exact: true })
    .check()
  if (by === '监护人') {
    await panel.getByLabel('监护人的姓名').fill('示例母亲')
    await panel.getByRole('radio', { name: '母亲', exact: true }).check()
  }
  await panel.getByRole('radio', { name: '口头' }).check()
  await panel.getByRole('checkbox', { name: /表示同意/ }).check()
  await panel.getByRole('button', { name: '保存同意' }).click()
  await expect(panel.getByText('已同意', { exact: true })).toBeVisible()
}

/** Locks the files and hands the screen to the client with these questionnaires, in this language. */
export async function handScreenOver(
  page: Page,
  instruments: RegExp[],
  language: Language = 'zh-CN',
): Promise<void> {
  await startAssessment(page)
  for (const instrument of instruments) await page.getByRole('checkbox', { name: instrument }).check()
  if (language === 'en') await page.getByRole('radio', { name: 'English' }).check()
  await page.getByRole('button', { name: '锁定档案，交给本人' }).click()
  const welcome = wordingIn(language)('kiosk:welcome.title')
  await expect(page.getByRole('heading', { name: welcome })).toBeVisible()
}

/** Locks the files and hands the screen to somebody who knows the client. */
export async function handScreenToInformant(
  page: Page,
  instruments: RegExp[],
  relation: string,
  language: Language = 'zh-CN',
): Promise<void> {
  await startAssessment(page)
  await page.getByRole('radio', { name: /^知情人，在这台电脑上自己答/ }).check()
  for (const instrument of instruments) await page.getByRole('checkbox', { name: instrument }).check()
  await nameInformant(page, relation)
  if (language === 'en') await page.getByRole('radio', { name: 'English' }).check()
  await page.getByRole('button', { name: '锁定档案，交给知情人' }).click()
  const welcome = wordingIn(language)('kiosk:welcome.title')
  await expect(page.getByRole('heading', { name: welcome })).toBeVisible()
}

/** Says who somebody is that tells of the client; what for and on what ground stands there as is usual. */
async function nameInformant(page: Page, relation: string): Promise<void> {
  await page.getByLabel('知情人姓名或称呼').fill('示例知情人')
  await page.getByLabel('和本人的关系').fill(relation)
}

/** Opens the page where an assessment begins. */
export async function startAssessment(page: Page): Promise<void> {
  await openTab(page, '测评')
  await page.getByRole('button', { name: '开始测评' }).click()
  await expect(page.getByRole('heading', { name: '开始测评' })).toBeVisible()
}

/** What is answered is scored, where the instrument has scores. */
const finish = /^完成(并计分)?$/

const ways = { staff: /^工作人员/, paper: /^本人，由我录入/, informant: /^知情人，由我录入/ }

/** Begins to enter what the client wrote on paper, what somebody else said, or what the staff themselves know. */
export async function beginEntering(
  page: Page,
  instrument: RegExp,
  from: 'paper' | 'staff' | { relation: string },
): Promise<void> {
  await startAssessment(page)
  await page.getByRole('radio', { name: ways[typeof from === 'string' ? from : 'informant'] }).check()
  await page.getByRole('radio', { name: instrument }).check()
  if (typeof from === 'object') await nameInformant(page, from.relation)
  await page.getByRole('button', { name: '开始录入' }).click()
  await expect(page.getByRole('button', { name: finish })).toBeVisible()
}

/** Types the published codes, one after the other, as they stand on the paper; all of them are kept then. */
export async function typeCodes(page: Page, codes: readonly number[], progress: string): Promise<void> {
  for (const code of codes) await page.keyboard.press(String(code))
  await expect(page.getByText(`已答 ${progress}`)).toBeVisible()
  await expect(page.getByText(/已保存/)).toBeVisible()
}

export async function finishEntering(page: Page): Promise<void> {
  await page.getByRole('button', { name: finish }).click()
  await expect(page.getByText('筛查结果，不是诊断。')).toBeVisible()
}

export interface AlertEntry {
  /** A part of what was answered, where there are several. */
  about?: string
  finding: RegExp
  level: RegExp
  entry: string
}

/** Deals with a critical item; without an entry it stays. */
export async function handleAlert(
  page: Page,
  { about = '', finding, level, entry }: AlertEntry,
): Promise<void> {
  const alert = page.getByRole('alert', { name: '危急条目：今天要处理' }).filter({ hasText: about })
  const save = alert.getByRole('button', { name: '保存处理记录' })
  await save.click()
  await expect(alert.getByText('请至少写一句话')).toBeVisible()
  await alert
    .getByRole('radiogroup', { name: '当面问过了吗？' })
    .getByRole('radio', { name: finding })
    .check()
  await alert.getByRole('radiogroup', { name: '处置级别' }).getByRole('radio', { name: level }).check()
  await save.click()
  await expect(alert.getByText('请至少写一句话')).toBeVisible()
  await alert.getByRole('textbox').fill(entry)
  await save.click()
  await expect(alert).toBeHidden()
}

/** The card beside every page of a file. */
export const tierCard = (page: Page) => page.getByRole('complementary', { name: '分级' })

/** Decides the tier, confirming what is suggested or choosing another, always with a reason. */
export async function decideTier(
  page: Page,
  { tier, reason }: { tier: RegExp | 'suggested'; reason: string },
): Promise<void> {
  const card = tierCard(page)
  await card.getByRole('button', { name: tier === 'suggested' ? '确认建议' : /^(另定|定级)$/ }).click()
  if (tier !== 'suggested') await card.getByRole('radio', { name: tier }).check()
  await card.getByRole('button', { name: '保存决定' }).click()
  await expect(card.getByText('请写明理由')).toBeVisible()
  await card.getByLabel('理由').fill(reason)
  await card.getByRole('button', { name: '保存决定' }).click()
  await expect(card.getByText(reason)).toBeVisible()
  await expect(card.getByRole('button', { name: '保存决定' })).toBeHidden()
}
