import type { Page } from '@playwright/test'
import { exampleRoom, setUp, unlock } from './steps/administrator.ts'
import { confirmNonCommercial, openInstrument } from './steps/catalogue.ts'
import { answer, callStaff } from './steps/client.ts'
import {
  handScreenOver,
  openFile,
  openTab,
  recordConsent,
  registerClient,
  startAssessment,
} from './steps/counsellor.ts'
import { expect, test } from './steps/desk.ts'
import { textOf } from './steps/pdf-text.ts'
import { ownNotes, storedRows } from './stored-rows.ts'

const counsellor = { name: '示例咨询师', passphrase: 'copper kettle whistling north' }
const man = { name: '示例钱大川', birthDate: '1985-04-12', sex: '男', phone: '13900006789' } as const
/** He drinks once a month, one or two glasses, never six: what follows from drinking is not asked. */
const audit = { q1: 1, q2: 0, q3: 0, q9: 0, q10: 2 }
/** Without the fourth, which is for women. */
const phq15: Record<string, number> = Object.fromEntries(
  [1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15].map((number) => [`q${number}`, number < 4 ? 2 : 1]),
)
const mark = '非官方译本'

const openResult = async (page: Page, title: RegExp): Promise<void> => {
  await openFile(page, man.name)
  await openTab(page, '测评')
  await page.getByRole('link', { name: title }).click()
  await expect(page.getByText('筛查结果，不是诊断。')).toBeVisible()
}

/** What stands on the paper when this page is printed. */
const printed = async (page: Page): Promise<string> => {
  await page.emulateMedia({ media: 'print' })
  const pdf = await page.pdf({ preferCSSPageSize: true })
  await page.emulateMedia({ media: 'screen' })
  return textOf(pdf)
}

test('a man is asked what is for him, in words that say whose they are, on the screen and on paper', async ({
  openDesk,
}) => {
  const { page, complaints } = await openDesk('room')
  await setUp(page, {
    ...exampleRoom,
    first: counsellor,
  })
  await confirmNonCommercial(page)
  await registerClient(page, man)
  await recordConsent(page, '心理测评')

  await test.step('two in Chinese, both marked: what does not apply is skipped', async () => {
    await handScreenOver(page, [/AUDIT）/, /PHQ-15/])
    const asked = page.getByRole('region', { name: '这次用到的量表' })
    await expect(asked.getByText(mark)).toHaveCount(2)
    await page.getByRole('button', { name: '开始' }).click()
    await expect(page.getByText(mark)).toBeVisible()
    await expect(page.getByText('1 / 3')).toBeVisible()
    await answer(page, 'audit', audit, 'clicks')
    await expect(page.getByText('1 / 14')).toBeVisible()
    await expect(page.getByText(mark)).toBeVisible()
    await answer(page, 'phq-15', phq15, 'keys')
    await callStaff(page)
    await unlock(page, counsellor)
  })

  await test.step('one in English, which ends at its opening question', async () => {
    await openFile(page, man.name)
    await handScreenOver(page, [/PC-PTSD-5/], 'en')
    await page.getByRole('button', { name: 'Begin' }).click()
    await expect(page.getByText(mark)).toBeHidden()
    await answer(page, 'pc-ptsd-5', { q0: 0 }, 'clicks', 'en')
    await callStaff(page, 'en')
    await unlock(page, counsellor)
    await openResult(page, /PC-PTSD-5/)
    const result = page.getByRole('region', { name: /PC-PTSD-5/ })
    await expect(result.getByText('0', { exact: true }).first()).toBeVisible()
    await expect(result.getByText('0–5 分')).toBeVisible()
  })

  await test.step('the scores are those of the questions asked, in the range of this person', async () => {
    await openResult(page, /AUDIT/)
    await expect(page.getByRole('heading', { level: 1 }).getByText(mark)).toBeVisible()
    const drinking = page.getByRole('region', { name: /AUDIT/ })
    await expect(drinking.getByText('3', { exact: true }).first()).toBeVisible()
    await expect(drinking.getByText('第一区：饮酒知识教育').first()).toBeVisible()

    await openResult(page, /PHQ-15/)
    await expect(page.getByRole('heading', { level: 1 }).getByText(mark)).toBeVisible()
    const symptoms = page.getByRole('region', { name: /PHQ-15/ })
    await expect(symptoms.getByText('17', { exact: true }).first()).toBeVisible()
    await expect(symptoms.getByText('0–28 分')).toBeVisible()
    await expect(page.getByText('建议进一步评估').first()).toBeVisible()
    await page.getByText('逐题回答').first().click()
    await expect(page.getByRole('table', { name: '逐题回答' }).getByRole('row')).toHaveCount(15)
  })

  await test.step('handed out: it is on record before there is a file', async () => {
    await page.getByRole('button', { name: '导出…' }).click()
    await page.getByRole('radio', { name: /^本人要一份自己的/ }).check()
    await page.getByLabel('做什么用').fill('示例：带去医院')
    await page.getByRole('button', { name: '登记并准备文件' }).click()
    await expect(page.getByRole('button', { name: '保存文件' })).toBeVisible()
    await page.getByRole('link', { name: '全部测评' }).click()
    await openTab(page, '知情同意')
    const handedOut = page.getByRole('region', { name: '对外提供的记录' }).getByRole('listitem')
    await expect(handedOut).toHaveCount(1)
    await expect(handedOut).toContainText(/PHQ-15.*交给 本人.*示例：带去医院/)
    await openResult(page, /PHQ-15/)
  })

  await test.step('printed: terms and mark and file number, and not the name', async () => {
    await page.getByRole('link', { name: '打印' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '测评结果' })).toBeVisible()
    const sheet = await printed(page)
    expect(sheet).toContain(mark)
    expect(sheet).toContain('No permission required to reproduce, translate, display or distribute.')
    expect(sheet).toMatch(/\d{4}-0001/)
    expect(sheet).toContain('这是筛查结果，不是诊断')
    expect(sheet).not.toContain(man.name)
    expect(sheet).not.toContain(man.phone)
  })

  await test.step('a blank form to hand out carries them too', async () => {
    await openFile(page, man.name)
    await startAssessment(page)
    await page.getByRole('radio', { name: /^本人，由我录入/ }).check()
    await page.getByRole('radio', { name: /AUDIT）/ }).check()
    await page.getByRole('link', { name: '打印空白纸质表' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '空白纸质表' })).toBeVisible()
    const form = await printed(page)
    expect(form).toContain(mark)
    expect(form).toContain('不得用于出售')
    expect(form).toContain('第 1 题有一题答 1 及以上时才答')
    expect(form).not.toContain(man.name)
  })

  await test.step('a try-out asks the same of a man, and keeps nothing', async () => {
    await openInstrument(page, 'phq-15', /PHQ-15/)
    const before = await storedRows(page, ownNotes)
    await page.getByRole('button', { name: '试做一遍' }).click()
    await page.getByRole('group', { name: '假设性别' }).getByRole('radio', { name: '男' }).check()
    await expect(page.getByText('1 / 14')).toBeVisible()
    await expect(page.getByText(mark)).toBeVisible()
    const questions = page.getByRole('region', { name: '题目' })
    for (const [at, code] of Object.values(phq15).entries()) {
      await expect(questions.getByText(`${at + 1} / 14`)).toBeVisible()
      await questions.getByRole('radio').nth(code).click()
      if (at < 13) await questions.getByRole('button', { name: '下一题' }).click()
    }
    const score = page.getByRole('region', { name: '会得到的结果' })
    await expect(score.getByText('17', { exact: true })).toBeVisible()
    await expect(score.getByText('0–28 分')).toBeVisible()
    await page.getByRole('link', { name: '结束试做' }).click()
    expect((await storedRows(page, ownNotes)).equals(before)).toBe(true)
  })
  expect(complaints).toEqual([])
})
