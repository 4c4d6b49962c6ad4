import { readFile } from 'node:fs/promises'
import { expect, test } from './steps/desk.ts'
import { saveTo } from './steps/files.ts'
import { openDemonstration, tourInBothLanguages } from './steps/tour.ts'

test.use({ trace: 'off' })

const demoPassphrase = 'gentle river demo'

tourInBothLanguages(
  'notes, private notes, appointments and supervision',
  async (on) => {
    const { page, stick, t, look, button, link, region, title } = on
    const field = (name: string) => page.getByLabel(name, { exact: true })
    await openDemonstration(on)

    await test.step('the board leads to the note that is not signed; its form changes without losing a word', async () => {
      await link(t('today:act.unsignedNote')).first().click()
      const written = await field(t('notes:part.subjective.label')).inputValue()
      expect(written).not.toBe('')
      await page.getByRole('radio', { name: t('notes:form.DAP') }).check()
      await expect(field(t('notes:part.data.label'))).toHaveValue(new RegExp(written))
      await field(t('notes:part.assessment.label')).fill('示例：平稳')
      await expect(
        page
          .getByRole('status')
          .filter({ hasText: /\d\d:\d\d/ })
          .first(),
      ).toBeVisible()
      await look('note-draft')
    })

    await test.step('what was written is there after the lock; signed, it is only added to', async () => {
      const me = (await page.locator('.frame-me').textContent()) ?? ''
      await button(t('lock')).click()
      await page.getByRole('radio', { name: me }).check()
      await field(t('access:lock.passphrase')).fill(demoPassphrase)
      await button(t('access:lock.open')).click()
      await link(t('nav.today')).click()
      await link(t('today:act.unsignedNote')).first().click()
      await expect(field(t('notes:part.assessment.label'))).toHaveValue('示例：平稳')
      await button(t('notes:sign.ask')).click()
      await expect(page.getByText(t('notes:sign.means'))).toBeVisible()
      await button(t('notes:sign.now')).click()
      await button(t('notes:addendum.open')).click()
      await field(t('notes:addendum.label')).fill('示例：补一句')
      await look('note-addendum')
      await button(t('notes:addendum.save')).click()
      await expect(page.getByRole('article', { name: t('notes:title') })).toContainText('示例：补一句')
      await look('note-signed')
      await link(t('notes:back')).click()
      await expect(region(t('notes:title'))).toContainText(t('notes:standing.signed'))
      await look('notes')
    })

    await test.step('a private note says whose it is', async () => {
      await link(t('notes:private.title')).click()
      await title(t('notes:private.title'))
      await expect(page.getByText(t('notes:private.alone'))).toBeVisible()
      await field(t('notes:private.write')).fill('示例：只给自己看')
      await button(t('notes:private.save')).click()
      await expect(page.getByRole('list').getByText('示例：只给自己看')).toBeVisible()
      await look('notes-private')
      await link(t('notes:back')).click()
    })

    await test.step('a supervision is recorded, a case is masked, read over and saved', async () => {
      await link(t('notes:supervision')).click()
      await title(t('supervision:title'))
      await button(t('supervision:record.title')).click()
      await field(t('supervision:field.supervisor')).fill('示例督导')
      await field(t('supervision:field.question')).fill('示例：怎么继续')
      await field(t('supervision:field.advice')).fill('示例：先稳住')
      await look('supervision-form')
      await button(t('supervision:record.save')).click()
      await expect(page.getByRole('article').first()).toContainText('示例：先稳住')
      await look('supervision')

      await link(t('supervision:discussion.title')).click()
      await field(t('supervision:field.question')).fill('示例：请看 13800000000 这一段')
      await button(t('supervision:discussion.look')).click()
      const preview = region(t('supervision:preview.title'))
      await expect(preview).toContainText(t('supervision:gap.number'))
      await expect(preview).not.toContainText('13800000000')
      await expect(button(t('supervision:release.file'))).toBeDisabled()
      await page.getByRole('checkbox', { name: t('supervision:preview.read') }).check()
      await look('discussion')
      await button(t('supervision:release.file')).click()
      await expect(page.getByText(t('supervision:release.entered'))).toBeVisible()
      const text = await readFile(await saveTo(stick, page, t('supervision:release.save')), 'utf8')
      expect(text).toContain(t('supervision:sheet.title'))
      expect(text).not.toContain('13800000000')
    })

    await test.step('the week goes by the keyboard', async () => {
      await link(t('nav.appointments')).click()
      await title(t('appointments:title'))
      await expect(page.getByRole('table')).toBeVisible()
      await look('week')
      await page.getByRole('table').getByRole('link').first().focus()
      await page.keyboard.press('End')
      await page.keyboard.press('ArrowDown')
      const focused = page.locator(':focus')
      await expect(focused).toHaveAttribute('href', /appointments/)
      await page.keyboard.press('PageDown')
      await expect(button(t('appointments:week.today'))).toBeEnabled()
      await expect(page.getByRole('table').locator(':focus')).toBeVisible()
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Enter')
      await title(t('appointments:new.title'))
      await field(t('appointments:field.place')).fill('示例一室')
      await look('appointment-form')
      await button(t('appointments:form.save')).click()
      await expect(region(t('appointments:steps.title'))).toBeVisible()
      await look('appointment')
    })

    await test.step('what would be planned twice is told; what is given up says why', async () => {
      const at = await page.getByRole('heading', { level: 1 }).textContent()
      await link(t('appointments:back')).click()
      await page
        .getByRole('table')
        .getByRole('link', { name: t('appointments:noClient') })
        .first()
        .click()
      await title(at ?? '')
      await button(t('appointments:step.cancelled.act')).click()
      await button(t('appointments:step.cancelled.act')).click()
      await expect(page.getByText(t('appointments:steps.reasonNeeded'))).toBeVisible()
      await page.getByRole('textbox').last().fill('示例：改到下周')
      await button(t('appointments:step.cancelled.act')).click()
      await expect(region(t('appointments:steps.title'))).toContainText('示例：改到下周')
      await look('appointment-cancelled')

      await link(t('nav.appointments')).click()
      await page.getByRole('table').getByRole('link', { name: /9:00 / }).first().click()
      await expect(region(t('appointments:one.what'))).toBeVisible()
    })
  },
  { onlyLong: true },
)
