import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './steps/desk.ts'
import { chooseFile, saveTo } from './steps/files.ts'
import { tourInBothLanguages } from './steps/tour.ts'

// Pictures of every moment would take longer than the test.
test.use({ trace: 'off' })

const hostile = {
  title: '示例',
  triggers: [{ type: 'runexpression' }],
  pages: [
    {
      elements: [
        { type: 'radiogroup', name: 'a', title: '<script>', choices: ['1', '2'], visibleIf: '{b} = 1' },
        { type: 'comment', name: 'b', title: '示例' },
      ],
    },
  ],
}
const decorated = {
  title: { 'zh-cn': '示例问卷', en: 'Example survey' },
  logoPosition: 'right',
  elements: [
    {
      type: 'checkbox',
      name: 'a',
      title: { 'zh-cn': '示例题目', en: 'Example question' },
      choices: [1, 2, 3],
      colCount: 2,
    },
  ],
}

tourInBothLanguages(
  'a survey goes from its file over the page for people to its numbers',
  async ({ page, stick, t, look, button, link, title }) => {
    const file = async (name: string, survey: object) => {
      const path = join(stick, name)
      await writeFile(path, JSON.stringify(survey))
      return path
    }

    await test.step('what the demonstration has', async () => {
      await page.goto('/')
      await button(t('access:welcome.demo')).click()
      await button(t('access:demoReady.open')).click()
      await link(t('nav.surveys')).click()
      await title(t('surveys:title'))
      await expect(page.getByRole('row')).toHaveCount(3)
      await look('surveys')
      await page
        .getByRole('row', { name: t('surveys:state.over') })
        .getByRole('link')
        .click()
      await expect(page.getByText(t('surveys:people', { count: 128 }))).toBeVisible()
      await look('survey-results')
      await page.getByText(t('surveys:cross.title')).scrollIntoViewIfNeeded()
      await page.getByLabel(t('surveys:cross.question')).click()
      await page.locator('.ant-select-item-option').nth(6).click()
      await page.getByLabel(t('surveys:cross.by')).click()
      await page
        .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
        .first()
        .click()
      await button(t('surveys:cross.make')).click()
      await expect(
        page.getByRole('cell', { name: t('surveys:cross.withheld'), exact: true }).first(),
      ).toBeVisible()
      await look('survey-cross')
      await saveTo(stick, page, t('surveys:results.save'))
      await button(t('surveys:results.print')).click()
      await title(t('surveys:paper.title'))
      await look('survey-paper')
    })

    await test.step('opening one', async () => {
      await link(t('nav.surveys')).click()
      await button(t('surveys:open.title')).click()
      await title(t('surveys:open.title'))
      await look('survey-open')
      await chooseFile(page, t('surveys:open.file'), await file('hostile.json', hostile))
      await expect(page.getByText(t('surveys:open.unchanged'))).toBeVisible()
      await expect(page.getByText('/triggers')).toBeVisible()
      await look('survey-refused')
      await chooseFile(page, t('surveys:open.file'), await file('decorated.json', decorated))
      await expect(page.getByText(t('surveys:open.notesHint'))).toBeVisible()
      await look('survey-notes')
      await button(t('surveys:open.example')).click()
      await expect(page.getByText(t('surveys:preview.title'))).toBeVisible()
      await page.getByLabel(t('surveys:open.name')).fill('示例村调查')
      await look('survey-preview')
      await button(t('surveys:open.open')).click()
      await title('示例村调查')
      await look('survey-running')
    })

    await test.step('asking and entering', async () => {
      await button(t('surveys:interview.begin')).click()
      await expect(button(t('surveys:interview.keep'))).toBeDisabled()
      await look('survey-interview')
      await page.getByRole('radio').nth(8).check({ force: true })
      await button(t('surveys:interview.keep')).click()
      await expect(page.getByText(t('surveys:people', { count: 1 }))).toBeVisible()
      await link(t('surveys:interview.back')).click()
    })

    await test.step('one person after another', async () => {
      await button(t('surveys:kiosk.hand')).click()
      await expect(page.getByText(t('kiosk:survey.anonymous'))).toBeVisible()
      await look('kiosk-survey-welcome')
      for (const person of [1, 2]) {
        await button(t('kiosk:welcome.begin')).click()
        await expect(page.getByText(/^1 \/ /)).toBeVisible()
        if (person === 2) {
          await page.getByRole('radio').first().check({ force: true })
          await button(t('kiosk:survey.stop')).click()
          await button(t('kiosk:welcome.begin')).click()
          await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
        }
        await page.keyboard.press('1')
        await button(t('kiosk:next')).click()
        await button(t('kiosk:leaveOpen')).click()
        await expect(page.getByText(t('kiosk:survey.required'))).toBeVisible()
        if (person === 1) await look('kiosk-survey-rating')
        await page.keyboard.press('5')
        await button(t('kiosk:next')).click()
        await button(t('kiosk:leaveOpen')).click()
        await page.keyboard.press('1')
        await page.keyboard.press('2')
        await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(2)
        if (person === 1) await look('kiosk-survey-several')
        await button(t('kiosk:next')).click()
        await page.keyboard.press('2')
        await button(t('kiosk:next')).click()
        await button(t('kiosk:leaveOpen')).click()
        await button(t('kiosk:leaveOpen')).click()
        await page.getByRole('textbox').fill('示例：谢谢。')
        if (person === 1) await look('kiosk-survey-words')
        await button(t('kiosk:survey.handIn')).click()
        await title(t('kiosk:survey.thanks.title'))
        if (person === 1) await look('kiosk-survey-thanks')
        await button(t('kiosk:survey.thanks.next')).click()
      }
      await button(t('kiosk:staff')).click()
      await look('lock-survey')
    })

    await test.step('taking in', async () => {
      await page.getByRole('radio', { name: /咨询师|counsellor/ }).check()
      await page.getByLabel(t('access:passphrase.label'), { exact: true }).fill('gentle river demo')
      await page.keyboard.press('Enter')
      await link(t('nav.surveys')).click()
      await expect(page.getByRole('row', { name: '示例村调查' })).toContainText('3')
      await link('示例村调查').click()
      await button(t('surveys:running.close')).click()
      await button(t('surveys:running.closeNow')).click()
      await expect(page.getByText(t('surveys:results.held.TOO_FEW'))).toBeVisible()
    })
  },
  { onlyLong: true, inDemonstration: false },
)
