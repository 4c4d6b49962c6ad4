import type { Locator, Page } from '@playwright/test'
import type { Language } from '../../../src/casework/values.ts'
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

/** The same tour in both languages, each checked for everybody in another size; in the end the browser has not complained. */
export const tourInBothLanguages = (name: string, tour: (on: Tour) => Promise<void>): void => {
  for (const language of ['zh-CN', 'en'] as const) {
    test.describe(language, () => {
      test.use({ locale: language })

      test(name, async ({ page, stick }, testInfo) => {
        const complaints = complaintsOf(page)
        await tour({
          page,
          stick,
          language,
          t: wordingIn(language),
          look: lookAt(page, testInfo, language === 'en' ? 1920 : 1366),
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

/** Opens the demonstration, which every tour of its screens begins with. */
export const openDemonstration = ({ page, t, button, title }: Tour): Promise<void> =>
  test.step('the demonstration', async () => {
    await page.goto('/')
    await button(t('access:welcome.demo')).click()
    await button(t('access:demoReady.open')).click()
    await title(t('today:title'))
  })
