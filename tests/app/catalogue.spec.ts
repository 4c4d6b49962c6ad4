import { lhcFormsPhq9 } from '../instruments/fhir/lhc-forms.ts'
import { tourCatalogue } from './steps/catalogue-tour.ts'
import { expect, test } from './steps/desk.ts'
import { chooseFile } from './steps/files.ts'
import { write } from './steps/instrument-files.ts'
import { openDemonstration, tourInBothLanguages } from './steps/tour.ts'

test.use({ trace: 'off' })

tourInBothLanguages(
  'instruments are looked at, tried out, held back and taken in',
  async (on) => {
    const { page, stick, t, look, button, link } = on
    await openDemonstration(on)

    await test.step('the catalogue, an instrument, and one taken in', () =>
      tourCatalogue({ page, t, stick, look }))

    await test.step('a form made elsewhere: what was left out, and what it does not say', async () => {
      const [form = ''] = await write(stick, { 'form.json': lhcFormsPhq9() })
      await chooseFile(page, t('catalogue:import.choose'), form)
      await expect(page.getByText(t('catalogue:fhir.lead', { count: 9, scores: 1 }))).toBeVisible()
      await expect(page.getByRole('table', { name: t('catalogue:import.notUnderstood') })).toBeVisible()
      await look('import-left-out')
      await button(t('catalogue:fhir.check')).click()
      await expect(page.getByText(t('catalogue:fhir.needed')).first()).toBeVisible()
      await look('import-missing')
    })

    await test.step('by age; whose words they are; for whom training is asked, and what is switched off', async () => {
      await link(t('nav.catalogue')).click()
      await expect(page.getByRole('row', { name: /PHQ-15/ })).toContainText(t('catalogue:unofficial.mark'))
      await page.getByRole('spinbutton', { name: t('catalogue:filter.age') }).fill('7')
      await expect(page.getByRole('row', { name: /PSC-17/ })).toBeVisible()
      await expect(page.getByRole('row', { name: /GDS-15/ })).toBeHidden()
      await button(t('catalogue:filter.clear')).click()
      await page.getByLabel(t('catalogue:filter.text')).fill('danger-level')
      await page.keyboard.press('Enter')
      await expect(page.getByText(t('catalogue:offering.qualified'))).toBeVisible()
      await look('instrument-qualified')
      await page.getByRole('radio', { name: t('catalogue:offering.no'), exact: true }).check()
      await button(t('catalogue:offering.save')).click()
      await expect(page.getByText(t('assessments:heldBack.SWITCHED_OFF'))).toBeVisible()
      await look('instrument-held-back')
    })
  },
  { onlyLong: true },
)
