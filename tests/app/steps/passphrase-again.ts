import type { Locator, Page } from '@playwright/test'
import { demoPassphrase } from './demonstrations.ts'

const known = new WeakMap<Page, string>()

/** What the person in front of this page types when they are asked again; in a demonstration nobody has to say. */
export const knowsPassphrase = (page: Page, passphrase: string): void => void known.set(page, passphrase)

/** The question for the passphrase of the person who is signed in. */
export const passphraseQuestion = (page: Page): Locator =>
  page.getByRole('dialog', { name: /^(请再输入一次口令|Your passphrase once more)/ })

/** Types the passphrase into the question and goes on. */
export async function typePassphraseAgain(page: Page): Promise<void> {
  const question = passphraseQuestion(page)
  await question.getByLabel(/^(您的口令|Your passphrase)$/).fill(known.get(page) ?? demoPassphrase)
  await question.getByRole('button', { name: /^(确认并继续|Confirm and go on)$/ }).click()
}

/** Whoever sits in front of this page types their passphrase whenever it is asked for again, as people do. */
export const typesPassphraseWhenAsked = (page: Page): Promise<void> =>
  page.addLocatorHandler(passphraseQuestion(page), () => typePassphraseAgain(page))
