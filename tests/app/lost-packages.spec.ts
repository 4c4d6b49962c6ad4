import { expect, test } from './steps/desk.ts'
import { chooseFile, damagedCopy, saveTo } from './steps/files.ts'
import { openDemonstration, tourInBothLanguages } from './steps/tour.ts'

tourInBothLanguages(
  'packages written after the backup a room was restored from come back from the county',
  async (tour) => {
    const { page, stick, t, look, button, link, region, title } = tour
    const own = (key: string, more = {}) => t(`county-desk:${key}`, more)
    const report = (key: string, more = {}) => t(`report:${key}`, more)
    await openDemonstration(tour)
    const name = (await page.locator('.frame-unit').textContent()) ?? ''

    await test.step('a backup, and then two packages', async () => {
      await link(t('nav.settings')).click()
      await link(t('settings:places.backup')).click()
      await button(t('backup:make.here')).click()
      await expect(page.getByText(t('backup:made.computer'))).toBeVisible()
    })
    for (const _ of ['first', 'second']) {
      await link(t('nav.report')).click()
      await title(report('title'))
      await page.locator('.report-period-due').getByRole('link').first().click()
      await button(report('next.leaving')).click()
      await button(report('next.confirm')).click()
      await button(report('next.write')).click()
      await expect(page.getByText(report('written.title'))).toBeVisible()
      const file = await saveTo(stick, page, report('written.save'))
      await link(t('nav.county')).click()
      await link(own('place.import')).click()
      await chooseFile(page, own('import.choose'), file)
      await button(own('import.take')).click()
      await expect(page.getByRole('button', { name: own('statements.receiptOf', { name }) })).toBeVisible()
    }
    const taken: string[] = []
    let receipt = ''

    await test.step('the county gives its copies back', async () => {
      await link(own('place.units')).click()
      await title(own('place.units'))
      receipt = await saveTo(stick, page, own('statements.receiptOf', { name }))
      await button(own('giveBack.of', { name })).click()
      const files = page.getByRole('dialog', { name: own('giveBack.title', { name }) })
      await expect(files.getByText(own('giveBack.what'))).toBeVisible()
      await look('given-back')
      for (const label of await files.locator('.save-file').getByRole('button').allTextContents())
        taken.push(await saveTo(stick, page, label))
      expect(taken).toHaveLength(2)
      await files
        .getByRole('button', { name: own('giveBack.close') })
        .last()
        .click()
      await expect(files).toHaveCount(0)
    })

    await test.step('the backup is brought back', async () => {
      await link(t('nav.settings')).click()
      await link(t('settings:places.backup')).click()
      await link(t('backup:restore.open')).click()
      await page.getByRole('radio').first().check()
      await button(t('backup:open.submit')).click()
      await button(t('backup:compare.switch')).click()
      await button(t('backup:restore.signIn')).click()
      await page.getByRole('radio', { name: /咨询师|counsellor/i }).check()
      await page.getByLabel(t('access:lock.passphrase'), { exact: true }).fill('gentle river demo')
      await button(t('access:lock.open')).click()
    })

    await test.step('the room takes the receipt, and then its packages', async () => {
      await link(t('nav.report')).click()
      await expect(page.getByText(t('refusals:RECEIPT_NEEDED'))).toBeVisible()
      await chooseFile(page, report('receipt.choose'), receipt)
      await expect(page.getByText(t('refusals:RECEIPTS_AHEAD'))).toBeVisible()
      const panel = region(report('takeBack.title'))
      const [newest = '', first = ''] = taken
      await chooseFile(page, report('takeBack.choose'), [await damagedCopy(newest), first])
      await expect(panel.getByText(t('refusals:RETURNED_DAMAGED'))).toBeVisible()
      await expect(panel.getByText(/-damaged/)).toBeVisible()
      await look('taken-back-damaged')
      await chooseFile(page, report('takeBack.choose'), taken)
      await expect(panel).toHaveCount(0)
      await expect(page.getByText(/2 packages have been taken back|已取回 2 份统计包/)).toBeVisible()
      await expect(region(report('ledger.title')).getByRole('row')).toHaveCount(3)
      await look('taken-back')
    })
  },
)
