import { expect, type Locator, type Page } from '@playwright/test'
import type { wordingIn } from './wording.ts'

/** The desk of a running call, by the words that stand on it. */
export interface CallDesk {
  form: Locator
  choose: (field: string, answer: string) => Promise<void>
  /** From a list that opens. */
  pick: (field: string, answer: string) => Promise<void>
  write: (field: string, text: string) => Promise<void>
  /** What was said to a question, beside its answer. */
  said: (question: string) => Locator
  strength: (field: string, value: number) => Promise<void>
  act: (what: string, reached: { person: string; result: string; ground: string } | null) => Promise<void>
  /** What was done is verified. */
  verify: (what: string) => Promise<void>
  end: () => Promise<void>
}

export const callDesk = (page: Page, t: ReturnType<typeof wordingIn>): CallDesk => {
  const form = page.getByRole('form', { name: t('running-call:form') })
  const entry = page.getByRole('group', { name: t('running-call:actions.entry') })
  const keep = () => entry.getByRole('button', { name: t('running-call:actions.keep') }).click()
  const pick: CallDesk['pick'] = async (field, answer) => {
    await form.getByRole('combobox', { name: t(`call-form:field.${field}`) }).click()
    await page.getByRole('option', { name: t(`call-form:${answer}`), exact: true }).click()
  }
  return {
    form,
    pick,
    choose: (field, answer) =>
      form
        .getByRole('radiogroup', { name: t(`call-form:field.${field}`) })
        .getByRole('radio', { name: t(`call-form:${answer}`), exact: true })
        .check(),
    write: (field, text) => form.getByLabel(t(`call-form:field.${field}`), { exact: true }).fill(text),
    said: (question) =>
      form.getByLabel(
        t('running-call:saidOf', {
          field: t(`call-form:field.${question}`),
          hint: t(`call-form:said.${question}`),
        }),
      ),
    async strength(field, value) {
      await form.getByRole('spinbutton', { name: t(`call-form:field.${field}`) }).fill(String(value))
    },
    async act(what, reached) {
      await pick('actions', `action.${what}`)
      await entry.getByRole('radio', { name: t('call-form:actionState.done') }).check()
      if (reached !== null) {
        await entry.getByLabel(t('running-call:actions.person')).fill(reached.person)
        await entry.getByLabel(t('running-call:actions.result')).fill(reached.result)
        await entry.getByRole('radio', { name: t(`call-form:ground.${reached.ground}`) }).check()
      }
      await keep()
      await expect(entry).toBeHidden()
    },
    async verify(what) {
      const name = t('running-call:actions.advance', {
        action: t(`call-form:action.${what}`),
        step: t('running-call:actions.verified'),
      })
      await form.getByRole('button', { name }).click()
      await keep()
      await expect(entry).toBeHidden()
    },
    async end() {
      await page.getByRole('button', { name: t('running-call:end'), exact: true }).click()
      await expect(form).toBeHidden()
    },
  }
}
