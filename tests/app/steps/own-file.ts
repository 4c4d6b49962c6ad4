import type { Tour } from './tour.ts'

/** What a tour through the pages of one file is made with. */
export interface FileTour {
  /** Registers somebody; `more` fills in what else is known. The file is open then. */
  register: (alias: string, more?: () => Promise<void>) => Promise<void>
  /** Opens one page of the file that is open. */
  tab: (name: string) => Promise<void>
  /** Opens the page on which an assessment of this person begins. */
  startAssessment: () => Promise<void>
  /** Records that the client agrees to this purpose, on the page of consents. */
  agree: (purpose: string) => Promise<void>
}

/** The pages of a file, in the language of the tour. */
export const inOneFile = ({ page, t, button, region, title }: Tour): FileTour => {
  const tab = (name: string) =>
    page
      .getByRole('navigation', { name: t('clients:tabs.label') })
      .getByRole('link', { name: t(`clients:tabs.${name}`), exact: true })
      .click()
  return {
    async register(alias, more = async () => undefined) {
      await page.goto('/#/clients/new')
      await title(t('clients:register.title'))
      await page.getByLabel(t('clients:field.alias'), { exact: true }).fill(alias)
      await more()
      await button(t('clients:register.submit')).click()
      await title(/^\d{4}-\d{4}/)
    },
    tab,
    async startAssessment() {
      await tab('assessments')
      await page
        .getByRole('main')
        .getByRole('button', { name: t('assessments:list.start') })
        .first()
        .click()
      await title(t('assessments:start.title'))
    },
    async agree(purpose) {
      const panel = region(t(`clients:purpose.${purpose}`))
      await panel.getByRole('button', { name: t('clients:consent.record') }).click()
      await panel.getByRole('radio', { name: t('clients:consent.by.self'), exact: true }).check()
      await panel.getByRole('radio', { name: t('clients:consent.manner.spoken') }).check()
      await panel.getByRole('checkbox', { name: t('clients:consent.gone') }).check()
      await panel.getByRole('button', { name: t('clients:consent.save') }).click()
      await panel.getByText(t('clients:consent.given'), { exact: true }).waitFor()
    },
  }
}
