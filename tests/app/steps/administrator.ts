import { expect, type Page } from '@playwright/test'
import { chooseFile } from './files.ts'
import { knowsPassphrase } from './passphrase-again.ts'

/** Somebody who can sign in. */
export interface Person {
  name: string
  passphrase: string
}

export interface NewUnit {
  kind: 'room' | 'county'
  name: string
  code: string
  /** Of a room only. */
  clientsLastYear?: number
  first: Person
}

/** A small room, as most tests want it. */
export const exampleRoom = {
  kind: 'room',
  name: '示例镇心理咨询室',
  code: '990101101',
  clientsLastYear: 100,
} as const satisfies Omit<NewUnit, 'first'>

const wording = {
  room: {
    choice: '建立本咨询室',
    name: '咨询室名称',
    code: '乡镇（街道）统计区划代码',
    done: '咨询室建好了',
  },
  county: {
    choice: '建立县级工作台',
    name: '单位名称',
    code: '县级统计区划代码',
    done: '县级工作台建好了',
  },
}

/** Sets a room or a county desk up, from the welcome page to the first page inside. Gives the words of both halves of the recovery sheet. */
export async function setUp(
  page: Page,
  { kind, name, code, clientsLastYear, first }: NewUnit,
): Promise<string[]> {
  const words = wording[kind]
  await page.goto('/')
  await page.getByRole('button', { name: words.choice }).click()
  await page.getByLabel(words.name).fill(name)
  await page.getByLabel(words.code).fill(code)
  if (clientsLastYear !== undefined) await page.getByLabel('上一年服务过多少人').fill(String(clientsLastYear))
  await page.getByRole('button', { name: '下一步' }).click()

  await page.getByLabel('您的姓名').fill(first.name)
  await typePassphraseTwice(page, first.passphrase)
  await page.getByRole('button', { name: '下一步' }).click()

  const sheet = await keepSheet(page)
  knowsPassphrase(page, first.passphrase)
  await page.getByRole('button', { name: '完成建立' }).click()
  await expect(page.getByRole('heading', { name: words.done })).toBeVisible()
  await page.getByRole('button', { name: '打开安心' }).click()
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
  return sheet
}

async function typePassphraseTwice(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel(/^新?口令$/).fill(passphrase)
  await page.getByLabel('再输入一次口令').fill(passphrase)
}

const halves = ['一', '二'] as const
const wordsOnHalf = 24

/** Takes the recovery sheet in two halves, as is proposed, copies both and types back what is asked for. Gives their words. */
async function keepSheet(page: Page): Promise<string[]> {
  await expect(page.getByRole('radio', { name: /分成两半/ })).toBeChecked()
  await page.getByRole('button', { name: '下一步' }).click()
  const sheet: string[] = []
  for (const half of halves) {
    const lines = page.getByRole('region', { name: `恢复单（${half}）` }).getByRole('listitem')
    await expect(lines).toHaveCount(wordsOnHalf)
    sheet.push(...(await lines.allInnerTexts()).map((line) => line.replace(/^\s*\d+\s*/, '').trim()))
  }
  await page.getByRole('checkbox', { name: '我已经打印或抄写好，并会妥善保管' }).check()
  await page.getByRole('button', { name: '我抄好了，去核对' }).click()
  await expect(page.getByRole('textbox')).toHaveCount(4)
  for (const [at, word] of sheet.entries()) {
    const half = halves[at < wordsOnHalf ? 0 : 1]
    const asked = page.getByLabel(`（${half}）第 ${(at % wordsOnHalf) + 1} 个词`, { exact: true })
    if (await asked.isVisible()) await asked.fill(word)
  }
  return sheet
}

/** Types both halves of a recovery sheet. */
export async function typeHalves(page: Page, sheet: string[]): Promise<void> {
  for (const [at, half] of halves.entries())
    await page
      .getByLabel(`恢复单（${half}）上的 24 个词`)
      .fill(sheet.slice(at * wordsOnHalf, (at + 1) * wordsOnHalf).join(' '))
}

/** Opens a place of the left bar. */
export const goTo = (page: Page, place: string): Promise<void> =>
  page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: place }).click()

/** Adds a colleague, who types a passphrase. */
export async function addColleague(page: Page, role: string, { name, passphrase }: Person): Promise<void> {
  await goTo(page, '设置')
  await page.getByRole('button', { name: '添加同事' }).click()
  await page.getByLabel('姓名').fill(name)
  await page.getByRole('checkbox', { name: new RegExp(`^${role}`) }).check()
  await typePassphraseTwice(page, passphrase)
  await page.getByRole('button', { name: '添加这位同事' }).click()
  await expect(page.getByRole('heading', { name: `已添加${name}` })).toBeVisible()
}

/** Locks, as before leaving the chair. */
export async function lock(page: Page): Promise<void> {
  await page.getByRole('button', { name: '锁定' }).click()
  await expect(page.getByLabel('口令', { exact: true })).toBeVisible()
}

/** Opens a locked unit with one's own passphrase. */
export async function unlock(page: Page, { name, passphrase }: Person): Promise<void> {
  await page.getByRole('radio', { name }).check()
  await page.getByLabel('口令', { exact: true }).fill(passphrase)
  knowsPassphrase(page, passphrase)
  await page.getByRole('button', { name: '打开', exact: true }).click()
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
}

/** Types both halves of a recovery sheet, and a new passphrase. */
export async function recover(page: Page, sheet: string[], { name, passphrase }: Person): Promise<void> {
  await page.getByRole('button', { name: '忘记口令' }).click()
  await page.getByRole('radio', { name }).check()
  await typeHalves(page, sheet)
  await typePassphraseTwice(page, passphrase)
  knowsPassphrase(page, passphrase)
  await page.getByRole('button', { name: '下一步' }).click()
}

/** Keeps the next recovery sheet, which takes the place of the one that was typed, and comes in. Gives its words. */
export async function keepNextSheet(page: Page): Promise<string[]> {
  const sheet = await keepSheet(page)
  await page.getByRole('button', { name: '设定新口令并打开' }).click()
  return sheet
}

/** The digits of this unit's own card, as it would read them out on the telephone. */
export async function ownDigits(page: Page): Promise<string> {
  const card = page.getByRole('region', { name: '本单位名片' })
  return (await card.getByText(/^\d{4}( \d{4}){7}$/).textContent()) ?? ''
}

/** Takes in a card after comparing its digits with those the other side read out; it is then known here. */
export async function acceptCard(
  page: Page,
  from: '县级' | '咨询室' | '上级' | '下级县',
  { path, digits }: { path: string; digits: string },
): Promise<void> {
  const panel = page.getByRole('region', { name: `收下${from}名片` })
  await chooseFile(page, `选择${from}名片文件`, path)
  await expect(panel.getByText(digits)).toBeVisible()
  await expect(panel.getByRole('button', { name: '收下名片' })).toBeDisabled()
  await panel.getByRole('checkbox', { name: '已在电话里逐组念过，核对码完全一致' }).check()
  await panel.getByRole('button', { name: '收下名片' }).click()
  await expect(panel.getByText(digits)).toBeHidden()
  await expect(page.getByText(digits)).toBeVisible()
}
