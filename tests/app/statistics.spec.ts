import { expect, test } from './steps/desk.ts'
import { openDemonstration, tourInBothLanguages } from './steps/tour.ts'

tourInBothLanguages(
  'the room counts its own work, and finds the files behind a number',
  async (tour) => {
    const { page, t, look, link, title } = tour
    const own = (key: string, more = {}) => t(`statistics:${key}`, more)
    const table = page.getByRole('region', { name: own('result'), exact: true }).getByRole('table')
    const choose = async (name: string, option: string) => {
      await page.getByLabel(own(`choice.${name}`), { exact: true }).click()
      await page.getByTitle(option, { exact: true }).click()
    }
    await openDemonstration(tour)

    await test.step('assessments of the last twelve months, by instrument', async () => {
      await link(t('nav.statistics')).click()
      await title(own('title'))
      await expect(table.getByRole('row', { name: /PHQ-9/ })).toBeVisible()
      await expect(page.getByRole('img', { name: new RegExp(own('kind.assessment')) })).toBeVisible()
      await expect(page.getByRole('button', { name: t('report:written.save') })).toHaveCount(0)
      await look('statistics')
    })

    await test.step('persons by age, quarter by quarter, in the tier they are in today', async () => {
      await choose('unit', own('unit.person'))
      await choose('rows', own('rowsOf.ageBand'))
      await choose('step', own('steps.quarter'))
      await expect(table.getByRole('rowheader', { name: own('ageBand.18to39') })).toBeVisible()
      await expect(page.getByText(own('note.person'))).toBeVisible()
      await look('statistics-persons')
    })

    await test.step('who they are, each once, and back to the same table', async () => {
      const total = table
        .getByRole('row', { name: own('total') })
        .getByRole('link')
        .last()
      const count = Number(await total.textContent())
      await total.focus()
      await page.keyboard.press('Enter')
      await title(`${own('kind.assessment')} · ${own('spans.last12')}`)
      await expect(page.getByText(own('cases.count', { count }))).toBeVisible()
      await look('statistics-cases')
      await page.getByRole('table').getByRole('link').first().click()
      await title(/^\d{4}-\d{4}$/)
      await page.goBack()
      await link(own('cases.back')).click()
      await title(own('title'))
      await expect(table.getByRole('rowheader', { name: own('ageBand.18to39') })).toBeVisible()
    })

    await test.step('the figures fit the records', async () => {
      await page.getByRole('button', { name: own('check.run') }).click()
      const check = page.getByRole('region', { name: own('check.title') })
      await expect(check.getByRole('status')).not.toBeEmpty()
      await expect(check.getByRole('button', { name: own('check.mend') })).toHaveCount(0)
    })

    await test.step('calls are no persons', async () => {
      await choose('kind', own('kind.call'))
      await expect(page.getByLabel(own('choice.tier'), { exact: true })).toHaveCount(0)
      await expect(table.getByRole('link')).toHaveCount(0)
      await choose('span', own('spans.all'))
      await choose('step', own('steps.year'))
      await look('statistics-calls')
    })
  },
  { alwaysClosely: true },
)
