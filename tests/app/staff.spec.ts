import { expect, test } from './steps/desk.ts'
import { openDemonstration, tourInBothLanguages } from './steps/tour.ts'

test.use({ trace: 'off' })

const next = 'copper kettle morning orchard'

tourInBothLanguages(
  'who works here, what they may do, and one’s own passphrase',
  async (on) => {
    const { page, language, t, look, button, link, title } = on
    const name = language === 'en' ? 'Example newcomer' : '示例新同事'
    const role = (key: string) => page.getByRole('checkbox', { name: t(`staff:reads.${key}`) })

    await openDemonstration(on)

    await test.step('a colleague is added, and changed from the list by the keyboard', async () => {
      await link(t('nav.settings')).click()
      await title(t('staff:title'))
      await button(t('staff:add')).click()
      await page.getByLabel(t('staff:name')).fill(name)
      await role('counsellor').check()
      await page
        .getByLabel(t('access:passphrase.label'), { exact: true })
        .fill('paper umbrella evening harbour')
      await page
        .getByLabel(t('access:passphrase.again'), { exact: true })
        .fill('paper umbrella evening harbour')
      await button(t('staff:addSubmit')).click()
      await title(t('staff:addedTitle', { name }))
      await button(t('staff:toList')).click()
      await look('staff')
      await link(t('staff:changeOf', { name })).focus()
      await page.keyboard.press('Enter')
      await title(t('staff:changeOf', { name }))
      await look('colleague')
    })

    await test.step('their roles are changed, and what that means stands beside it', async () => {
      const save = button(t('staff:colleague.save'))
      await expect(save).toBeDisabled()
      await role('counsellor').uncheck()
      await role('hotline').check()
      await save.click()
      await expect(page.getByRole('status').filter({ hasText: /\d\d:\d\d/ })).toBeVisible()
      await expect(save).toBeDisabled()
      await expect(role('hotline')).toBeChecked()
      await look('colleague-changed')
      await button(t('staff:toList')).click()
      await expect(page.getByRole('row', { name })).toContainText(t('staff:role.hotline'))
      await expect(page.getByText(t('staff:pending.title'))).toHaveCount(0)
    })

    await test.step('they leave: the page says what follows before and after', async () => {
      await link(t('staff:changeOf', { name })).click()
      await expect(page.getByText(t('staff:colleague.leave.before'))).toBeVisible()
      await button(t('staff:colleague.remove', { name })).click()
      await title(t('staff:colleague.removedTitle', { name }))
      await look('colleague-removed')
      await button(t('staff:toList')).click()
      await title(t('staff:title'))
      await expect(page.getByRole('row', { name })).toHaveCount(0)
    })

    await test.step('the records are all still there', async () => {
      await link(t('nav.clients')).click()
      await title(t('clients:caseload.title'))
      await expect(page.getByRole('row').nth(2)).toBeVisible()
    })

    await test.step('one’s own passphrase is changed, and not by whoever does not know it', async () => {
      await link(t('nav.settings')).click()
      await page.goto('/#/settings/passphrase')
      await title(t('access:change.title'))
      const type = async (current: string) => {
        await page.getByLabel(t('access:change.current'), { exact: true }).fill(current)
        await page.getByLabel(t('access:change.next'), { exact: true }).fill(next)
        await page.getByLabel(t('access:passphrase.again'), { exact: true }).fill(next)
        await button(t('access:change.save')).click()
      }
      await type('not this one at all')
      await expect(page.getByRole('alert')).toBeVisible()
      await type('gentle river demo')
      await expect(page.getByText(t('access:change.done'))).toBeVisible()
    })
  },
  { onlyLong: true },
)
