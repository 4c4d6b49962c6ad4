import { expect, test } from './steps/desk.ts'
import { leaveNoRoom, makeRoom, removeDatabase, removeFirstRow } from './steps/storage.ts'
import { openDemonstration, tourInBothLanguages } from './steps/tour.ts'

test.use({ trace: 'off' })

const passphrase = 'gentle river demo'

tourInBothLanguages(
  'the state of the records, a window that only reads, and a recovery',
  async (tour) => {
    const { page, t, look, button, link, title, language } = tour
    const who = language === 'en' ? 'Example counsellor' : '示例咨询师'
    const unlock = async (window = page) => {
      await window.getByRole('radio', { name: who }).check()
      await window.getByLabel(t('access:lock.passphrase'), { exact: true }).fill(passphrase)
      await window.getByRole('button', { name: t('access:lock.open'), exact: true }).click()
      await expect(window.getByRole('navigation', { name: t('navLabel') })).toBeVisible()
    }
    // The browser looks at the room that is left only now and then.
    const typeUntilUnsaved = () =>
      expect(async () => {
        await page.getByLabel(t('call-form:field.concern')).pressSequentially('…')
        await expect(button(t('windows:unsaved.again'))).toBeVisible({ timeout: 2_000 })
      }).toPass()
    await openDemonstration(tour)

    await test.step('the state of the records', async () => {
      await link(t('nav.settings')).click()
      await link(t('settings:places.health')).click()
      await title(t('health:title'))
      await button(t('health:checkNow')).click()
      await expect(page.getByText(t('health:aside.nothing'))).toBeVisible()
      await expect(page.getByRole('heading', { name: t('health:summary.fine') })).toBeVisible()
      await look('health')
    })

    await test.step('behind another window', async () => {
      await button(t('lock')).click()
      await expect(page.getByLabel(t('access:lock.passphrase'), { exact: true })).toBeVisible()
      const writer = await page.context().newPage()
      await writer.goto('/')
      await unlock(writer)
      await unlock()
      await expect(page.getByText(t('windows:reads.what'))).toBeVisible()
      await look('following')
      await writer.close()
      await expect(page.getByText(t('windows:reads.what'))).toBeHidden()
    })

    await test.step('no room to save', async () => {
      await link(t('nav.hotline')).click()
      await button(t('hotline:takeCall')).click()
      // A call that could not begin to be written would not be one.
      await expect(page.getByLabel(t('call-form:field.concern'))).toBeVisible()
      await leaveNoRoom(page)
      await typeUntilUnsaved()
      await look('unsaved')
      await makeRoom(page)
      await expect(button(t('windows:unsaved.again'))).toBeHidden()
      await expect(page.getByText(t('running-call:savedAt', { time: '' }).trim())).toBeVisible()
      await look('saved-again')
    })

    await test.step('no room for what is saved by a button', async () => {
      await leaveNoRoom(page)
      await typeUntilUnsaved()
      await link(t('nav.clients')).click()
      await page
        .getByRole('main')
        .getByRole('button', { name: t('clients:register.title') })
        .click()
      await page.getByLabel(t('clients:field.name'), { exact: true }).fill('示例后来人')
      await button(t('clients:register.submit')).click()
      await expect(page.getByRole('main').getByRole('alert').getByText(t('refusals:NOT_SAVED'))).toBeVisible()
      await makeRoom(page)
      await expect(page.getByText(t('windows:mended.title'))).toBeVisible()
      await look('mended')
      await button(t('clients:register.submit')).click()
      await title(/^\d{4}-\d{4}/)
      await expect(page.getByText(t('windows:mended.title'))).toBeHidden()
    })

    await test.step('records that do not fit', async () => {
      await button(t('lock')).click()
      await expect(page.getByLabel(t('access:lock.passphrase'), { exact: true })).toBeVisible()
      await removeFirstRow(page, 'anxin-demo', 'clients')
      await unlock()
      await page.getByRole('link', { name: t('windows:misfit.see') }).click()
      await expect(page.getByRole('heading', { name: t('health:misfit.title') })).toBeVisible()
      await look('misfit')
    })

    await test.step('recovery', async () => {
      await button(t('lock')).click()
      await expect(page.getByLabel(t('access:lock.passphrase'), { exact: true })).toBeVisible()
      await removeDatabase(page, 'anxin-demo')
      await page.goto('/')
      await title(t('recovery:title'))
      await look('recovery')
      await button(t('recovery:begin')).click()
      await title(t('recovery:result.title'))
      await look('recovered')
      await button(t('recovery:result.open')).click()
      await unlock()
    })
  },
  { onlyLong: true },
)
