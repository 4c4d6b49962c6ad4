import type { Locator, Page } from '@playwright/test'
import type { Language } from '../../../src/casework/records/values.ts'
import { demoPassphrase } from './demonstrations.ts'
import { complaintsOf, expect, test } from './desk.ts'
import { lookAt } from './look.ts'
import { wordingIn } from './wording.ts'

/** What a tour through the screens is made with. */
export interface Tour {
  page: Page
  /** Folder for files that are carried. */
  stick: string
  language: Language
  t: ReturnType<typeof wordingIn>
  look: ReturnType<typeof lookAt>
  button: (name: string | RegExp) => Locator
  link: (name: string) => Locator
  region: (name: string) => Locator
  /** Waits for the page of this title. */
  title: (name: string | RegExp) => Promise<void>
}

const isLong = process.env.ANXIN_LONG !== undefined

/** The short run goes in Chinese, the long one in English, and in Chinese too where the short one does not go. */
const languagesOf = (onlyLong: boolean): Language[] => {
  if (onlyLong) return isLong ? ['zh-CN', 'en'] : []
  return isLong ? ['en'] : ['zh-CN']
}

/**
 * The same tour in both languages, each in another size; in the end the browser has not complained. Whether everybody can use
 * what is seen takes a second a screen: the long run asks it of every tour, the short one where told to.
 */
export const tourInBothLanguages = (
  name: string,
  tour: (on: Tour) => Promise<void>,
  { alwaysClosely = false, onlyLong = false, inDemonstration = true } = {},
): void => {
  for (const language of languagesOf(onlyLong)) {
    test.describe(language, () => {
      test.use({ locale: language, demonstration: inDemonstration ? language : null })

      test(name, { tag: '@long' }, async ({ page, stick }, testInfo) => {
        const complaints = complaintsOf(page)
        await tour({
          page,
          stick,
          language,
          t: wordingIn(language),
          look: lookAt(page, testInfo, language === 'en' ? 1920 : 1366, {
            onlyShape: !isLong && !alwaysClosely,
          }),
          button: (named) => page.getByRole('button', { name: named, exact: true }),
          link: (named) => page.getByRole('link', { name: named, exact: true }),
          region: (named) => page.getByRole('region', { name: named, exact: true }),
          title: (named) => expect(page.getByRole('heading', { level: 1, name: named })).toBeVisible(),
        })
        expect(complaints).toEqual([])
      })
    })
  }
}

/** Who may do everything in the demonstration. */
const counsellor = { 'zh-CN': '示例咨询师', en: 'Example counsellor' }

/** Opens the demonstration, which every tour of its screens begins with. */
export const openDemonstration = ({ page, language, t, button, title }: Tour): Promise<void> =>
  test.step('the demonstration', async () => {
    await page.goto('/')
    await page.getByRole('radio', { name: counsellor[language] }).check()
    await page.getByLabel(t('access:lock.passphrase'), { exact: true }).fill(demoPassphrase)
    await button(t('access:lock.open')).click()
    await title(t('today:title'))
  })
