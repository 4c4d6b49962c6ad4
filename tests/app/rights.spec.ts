import { dayOf } from '../../src/tiering/calendar.ts'
import { expect, test } from './steps/desk.ts'
import { saveTo } from './steps/files.ts'
import { inOneFile } from './steps/own-file.ts'
import { openDemonstration, tourInBothLanguages } from './steps/tour.ts'

test.use({ trace: 'off' })

tourInBothLanguages(
  'what a person may ask of their data: entered, looked into, answered in time',
  async (on) => {
    const { page, language, t, look, button, link, region, title } = on
    const { register, tab, agree, startAssessment } = inOneFile(on)
    const rights = (key: string, more = {}) => t(`rights:${key}`, more)
    const words = (zh: string, en: string) => (language === 'en' ? en : zh)
    const found = words('示例：核对过了', 'Example: looked into')
    const file = /#\/clients\/[0-9a-f]{32}/
    let address = ''
    const dayOfMonth = () => String(Number(dayOf(new Date().toISOString()).slice(8)))
    const begun = dayOfMonth()

    const openRights = async () => {
      await page.goto(`/${address}/rights`)
      await expect(region(rights('ofClient'))).toBeVisible()
    }
    /** Enters a request; its page is open then. */
    const ask = async (asked: string) => {
      await openRights()
      await button(rights('register.open')).click()
      await page.getByRole('radio', { name: rights(`asked.${asked}`), exact: true }).check()
      await page.getByLabel(rights('register.words')).fill(words('示例：我想看看', 'Example: I want to see'))
      if (asked === 'copy') await look('rights-register')
      await button(rights('register.submit')).click()
      await title(new RegExp(rights(`asked.${asked}`)))
    }
    const lookInto = async () => {
      const checks = region(rights('checks'))
      for (let left = await checks.locator('form').count(); left > 0; left -= 1) {
        const form = checks.locator('form').first()
        await form.getByRole('textbox').fill(found)
        await form.getByRole('button').click()
        await expect(checks.locator('form')).toHaveCount(left - 1)
      }
    }
    const answer = async (asked: string, how: string, entry = '') => {
      await page.getByRole('radio', { name: rights(`answer.${asked}.${how}`), exact: true }).check()
      if (entry !== '') await page.locator('textarea').last().fill(entry)
    }
    const answered = region(rights('answer.title'))

    await openDemonstration(on)

    await test.step('the register is there before anybody asked', async () => {
      await page.goto('/#/clients/rights')
      await title(rights('title'))
      await look('rights-empty')
    })

    await test.step('somebody with a file, who answered a questionnaire', async () => {
      await register('示例阿文', () =>
        page.getByLabel(t('clients:field.birthDate'), { exact: true }).fill('1980-05-01'),
      )
      address = file.exec(page.url())?.[0] ?? ''
      await tab('consent')
      for (const purpose of ['assessment', 'casefile']) await agree(purpose)
      await startAssessment()
      await page.getByRole('radio', { name: t('assessments:way.self.title') }).check()
      await page.getByRole('radio', { name: /GAD-7/ }).first().check()
      await button(t('assessments:start.enter')).click()
      const finish = page.getByRole('button', { name: t('assessments:entry.finish') })
      await expect(finish).toBeVisible()
      for (let question = 0; question < 7; question += 1) await page.keyboard.press('1')
      await expect(page.getByText(t('assessments:entry.progress', { answered: 7, of: 7 }))).toBeVisible()
      await finish.click()
      await expect(page).not.toHaveURL(/answers$/)
    })

    await test.step('a copy: what was looked into, and that it was handed over, stand before the paper', async () => {
      await openRights()
      await look('rights-of-client')
      await ask('copy')
      await look('rights-request')
      await answer('copy', 'met')
      await button(rights('answer.handOver')).click()
      await expect(page.getByText(t('refusals:REQUEST_CHECK_MISSING'))).toBeVisible()
      await lookInto()
      await answer('copy', 'met')
      await look('rights-answer-copy')
      await button(rights('answer.handOver')).click()
      await title(rights('copy.title'))
      await button(rights('copy.show')).click()
      const sheet = page.getByRole('article', { name: rights('copy.title') })
      await expect(sheet).toContainText('示例阿文')
      await expect(sheet).toContainText(/GAD-7/)
      await expect(sheet).not.toContainText('q1')
      await expect(sheet).toContainText(rights('copy.leftOut.title'))
      await look('rights-own-copy')
      await link(rights('copy.back')).click()
      await expect(answered.getByRole('status')).toContainText(rights('answer.copy.met'))
      await look('rights-copy-answered')
    })

    await test.step('a correction, answered with what was put right', async () => {
      await ask('correct')
      await lookInto()
      await expect(link(rights('toDetails'))).toBeVisible()
      await answer('correct', 'partly')
      await button(rights('answer.submit')).click()
      await expect(page.getByText(rights('answer.becauseNeeded'))).toBeVisible()
      await answer('correct', 'met', found)
      await button(rights('answer.submit')).click()
      await expect(answered.getByRole('status')).toContainText(rights('answer.correct.met'))
    })

    await test.step('restricted: the file is only kept, until that is lifted', async () => {
      await ask('restrict')
      await lookInto()
      await answer('restrict', 'met', found)
      await button(rights('answer.submit')).click()
      await expect(answered.getByRole('status')).toContainText(rights('answer.restrict.met'))
      await look('rights-restricted')
      await link(rights('toFile')).click()
      await expect(page.getByText(t('client-details:notice.restricted'))).toBeVisible()
      await page.goBack()
      await page.getByLabel(rights('lift.because')).fill(found)
      await button(rights('lift.submit')).click()
      await expect(button(rights('lift.submit'))).toHaveCount(0)
      await link(rights('toFile')).click()
      await expect(page.getByText(t('client-details:notice.restricted'))).toHaveCount(0)
    })

    await test.step('an erasure a law forbids: said at once, restricted instead', async () => {
      await page.goto(`/${address}/erase`)
      await title(/\d{4}-\d{4}/)
      await expect(page.getByText(t('clients:erase.keptInstead'))).toBeVisible()
      await expect(button(t('clients:erase.submit'))).toHaveCount(0)
      await look('erase-kept')
      await ask('erase')
      await lookInto()
      await answer('erase', 'met')
      await button(rights('answer.erase')).click()
      await expect(page.getByRole('alert').filter({ hasText: /\d/ }).first()).toBeVisible()
      await answer('erase', 'restricted', found)
      await look('rights-erase-restricted')
      await button(rights('answer.submit')).click()
      await expect(answered.getByRole('status')).toContainText(rights('answer.erase.restricted'))
    })

    await test.step('all of it stands on the register, with dates', async () => {
      await link(rights('title')).click()
      await title(rights('title'))
      const lines = page.getByRole('main').getByRole('listitem')
      await expect(lines).toHaveCount(4)
      for (const line of await lines.all()) {
        await expect(line).toContainText(new RegExp(rights('standing.answered', { answered: '.*\\d.*' })))
        await expect(line).toContainText(new RegExp(`${begun}|${dayOfMonth()}`))
      }
      await look('rights')
    })
  },
  { onlyLong: true },
)

tourInBothLanguages(
  'erasing somebody: the file is gone everywhere, the register stays',
  async (on) => {
    const { page, stick, language, t, look, button, link, region, title } = on
    const { register, tab, agree } = inOneFile(on)
    const rights = (key: string, more = {}) => t(`rights:${key}`, more)
    const who = '示例阿禾'
    const found = language === 'en' ? 'Example: looked into' : '示例：核对过了'

    await openDemonstration(on)

    await register(who)
    const fileNumber =
      (await page.getByRole('heading', { level: 1 }).locator('span').first().textContent()) ?? ''
    const address = /#\/clients\/[0-9a-f]{32}/.exec(page.url())?.[0] ?? ''

    await test.step('a backup is made while they are still there', async () => {
      await tab('consent')
      await agree('assessment')
      await page.goto('/#/settings/backup')
      await saveTo(stick, page, t('backup:make.file'))
    })

    await test.step('the request is entered and looked into; the backup that holds them is named', async () => {
      await page.goto(`/${address}/rights`)
      await button(rights('register.open')).click()
      await page.getByRole('radio', { name: rights('asked.erase'), exact: true }).check()
      await button(rights('register.submit')).click()
      await title(new RegExp(rights('asked.erase')))
      const checks = region(rights('checks'))
      await expect(checks).toContainText(t('clients:erase.where.file'))
      await look('erase-request')
      for (let left = await checks.locator('form').count(); left > 0; left -= 1) {
        await checks.locator('form').first().getByRole('textbox').fill(found)
        await checks.locator('form').first().getByRole('button').click()
        await expect(checks.locator('form')).toHaveCount(left - 1)
      }
    })

    await test.step('erased: said what it means, done, and what is left is listed', async () => {
      await page.getByRole('radio', { name: rights('answer.erase.met'), exact: true }).check()
      await expect(page.getByText(rights('answer.erases'))).toBeVisible()
      await look('erase-answer')
      await button(rights('answer.erase')).click()
      const answered = region(rights('answer.title'))
      await expect(answered.getByRole('status')).toContainText(rights('answer.erase.met'))
      await expect(answered).toContainText(t('clients:erase.where.file'))
      await expect(answered.getByRole('listitem')).toHaveCount(1)
      await look('erase-answered')
    })

    await test.step('a backup made since holds nothing of them, and is not named', async () => {
      await page.goto('/#/settings/backup')
      await button(t('backup:make.here')).click()
      await expect(page.getByText(t('backup:made.computer'))).toBeVisible()
      await page.goto('/#/clients/rights')
      await link(`${rights('asked.erase')} · ${fileNumber}`).click()
      await expect(region(rights('answer.title')).getByRole('listitem')).toHaveCount(1)
    })

    await test.step('nowhere a way to the file', async () => {
      await expect(link(rights('toFile'))).toHaveCount(0)
      await page.goto(`/${address}`)
      await expect(page.getByRole('alert')).toContainText(t('refusals:NOT_FOUND'))
      await page.goto('/#/clients')
      for (const query of [who, fileNumber]) {
        await page.getByLabel(t('clients:caseload.search')).fill(query)
        await expect(page.getByText(t('clients:caseload.noMatch'))).toBeVisible()
      }
      await look('erased-not-found')
      await page.goto('/#/today')
      await title(t('today:title'))
      await expect(page.getByRole('main')).not.toContainText(fileNumber)
    })
  },
  { onlyLong: true },
)
