import type { Page } from '@playwright/test'
import { expect, test } from './steps/desk.ts'
import { type Heap, heapsOf } from './steps/heap.ts'
import { lookAt } from './steps/look.ts'
import { passphraseQuestion, typePassphraseAgain } from './steps/passphrase-again.ts'
import { openDemonstration, type Tour, tourInBothLanguages } from './steps/tour.ts'

const canaries = Array.from({ length: 50 }, (_, number) => `示例暗号${number}号${(number * 7919) % 9973}雀`)
const [saved, unsaved] = [canaries.slice(0, 25), canaries.slice(25)]
const known = (heap: Heap | undefined): string[] => canaries.filter((canary) => heap?.texts.includes(canary))

const passphrase = 'gentle river demo'

const signIn = async ({ t }: Tour, page: Page, me: string): Promise<void> => {
  await page.getByRole('radio', { name: me }).check()
  await page.getByLabel(t('access:lock.passphrase'), { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: t('access:lock.open'), exact: true }).click()
  await expect(page.getByRole('navigation', { name: t('navLabel') })).toBeVisible()
}

const openFirstFile = async ({ page, t, link }: Tour): Promise<void> => {
  await link(t('nav.clients')).click()
  await page.getByRole('row').nth(1).getByRole('link').click()
  await expect(page.getByRole('navigation', { name: t('clients:tabs.label') })).toBeVisible()
}

tourInBothLanguages('the lock, what is asked for again, and what changed meanwhile', async (on) => {
  const { page, t, look, button, link, language } = on
  await openDemonstration(on)
  // Here the question is looked at and answered by hand.
  await page.removeLocatorHandler(passphraseQuestion(page))
  const me = (await page.locator('.frame-me').textContent()) ?? ''
  const reason = page.getByLabel(t('clients:decision.reason'))
  const offer = page.getByRole('region', { name: t('app:drafts.title', { count: 1 }) })

  await openFirstFile(on)
  const decide = button(t('clients:tierCard.other')).or(button(t('clients:tierCard.decide')))
  await decide.click()
  await page.getByRole('radio', { name: t('clients:tier.watch') }).check()
  await reason.fill(saved.join('，'))
  await button(t('clients:decision.submit')).click()
  await expect(reason).toBeHidden()
  await decide.click()
  await reason.fill(unsaved.join('，'))

  // All of it is in the memory now, and keys are, else nothing would be shown by what follows.
  const [inPage, inWorker] = await heapsOf(page)
  expect(known(inPage)).toEqual(canaries)
  expect(known(inWorker)).toEqual(expect.arrayContaining(saved))
  expect(inWorker?.keys).toBeGreaterThan(10)

  await button(t('lock')).click()
  await expect(page.getByLabel(t('access:lock.passphrase'), { exact: true })).toBeVisible()
  // Case 70
  for (const heap of await heapsOf(page)) {
    expect(known(heap), heap.of).toEqual([])
    expect(heap.keys, heap.of).toBe(0)
  }

  // Case 71
  await signIn(on, page, me)
  await expect(offer).toBeVisible()
  await look('draft-offered')
  await offer.getByRole('link', { name: t('drafts.goOn') }).click()
  await expect(reason).toHaveValue(unsaved.join('，'))
  await expect(page.getByText(t('ui:draft.anew'))).toBeVisible()
  await look('draft-goes-on')
  await page.getByRole('radio', { name: t('clients:tier.priority') }).check()
  await button(t('clients:decision.submit')).click()
  await expect(reason).toBeHidden()

  // Whoever comes to the form by another way is not offered it once more, nor to let go of it from there.
  const file = page.url()
  await decide.click()
  await reason.fill(unsaved.join('，'))
  await button(t('lock')).click()
  await signIn(on, page, me)
  await expect(offer).toBeVisible()
  await page.goto(file)
  await expect(reason).toHaveValue(unsaved.join('，'))
  await expect(offer).toBeHidden()
  await button(t('ui:draft.anew')).click()
  await expect(reason).toHaveValue('')
  await button(t('lock')).click()
  await signIn(on, page, me)
  await expect(link(t('nav.clients'))).toBeVisible()
  await expect(offer).toBeHidden()

  // Case 79
  await link(t('nav.settings')).click()
  await page.getByLabel(t('staff:lock.after')).click()
  await page.getByTitle(t('staff:lock.minutes', { count: 8 })).click()
  await expect(passphraseQuestion(page)).toBeVisible()
  await look('passphrase-again')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('alert')).toContainText(t('refusals:PASSPHRASE_NEEDED'))
  await page.getByLabel(t('staff:lock.after')).click()
  await page.getByTitle(t('staff:lock.minutes', { count: 8 })).click()
  await typePassphraseAgain(page)
  await expect(passphraseQuestion(page)).toBeHidden()
  await look('lock-settings')

  await openFirstFile(on)
  await page.getByRole('link', { name: t('clients:tabs.consent') }).click()
  await link(t('clients:erase.open')).click()
  await expect(button(t('clients:erase.submit'))).toBeVisible()
  await look('erase-client')
  await page.getByRole('checkbox').check()
  await button(t('clients:erase.submit')).click()
  await typePassphraseAgain(page)
  await expect(page.getByRole('heading', { level: 1, name: t('clients:erase.done') })).toBeVisible()
  await look('erased-client')

  // Case 22
  const second = await page.context().newPage()
  await second.goto('/')
  await signIn(on, second, me)
  const batteries = async (window: Page) => {
    await window.goto('/#/catalogue/batteries')
    await window
      .getByRole('button', { name: /^(修改|Change)/ })
      .first()
      .click()
    return window.getByRole('form', { name: t('programme:form.change') }).getByLabel(t('programme:form.name'))
  }
  await (await batteries(second)).fill('第二个窗口写的名称')
  await (await batteries(page)).fill('第一个窗口写的名称')
  await button(t('programme:form.save')).click()
  await expect(page.getByText('第一个窗口写的名称')).toBeVisible()
  await page.close()
  const save = second.getByRole('button', { name: t('programme:form.save') })
  const beside = second.getByRole('region', { name: t('ui:sideBySide.title') })
  await expect(async () => {
    if (await save.isVisible()) await save.click()
    await expect(beside).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await lookAt(second, test.info(), language === 'en' ? 1920 : 1366)('side-by-side')
  await beside.getByRole('radio', { name: /第二个窗口写的名称/ }).check()
  await beside.getByRole('button', { name: t('ui:sideBySide.save') }).click()
  await expect(beside).toBeHidden()
  await expect(second.getByText('第二个窗口写的名称')).toBeVisible()
})
