import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import writeXlsxFile from 'write-excel-file/node'
import { listOfPeople } from '../support/list-of-people.ts'
import { aFileNumber } from './steps/counsellor.ts'
import { expect, test } from './steps/desk.ts'
import { chooseFile } from './steps/files.ts'
import { openDemonstration, tourInBothLanguages } from './steps/tour.ts'

test.use({ trace: 'off' })

tourInBothLanguages(
  'registering, names, details, files of one person, and a list of 1,000 people',
  async (on) => {
    const { page, stick, t, look, button, link, region, title } = on
    const field = (key: string) => page.getByLabel(t(`clients:field.${key}`), { exact: true })
    const details = (key: string, more = {}) => t(`client-details:${key}`, more)

    await openDemonstration(on)

    const register = async (name: string, more: () => Promise<void> = async () => undefined) => {
      await link(t('nav.clients')).first().click()
      await page
        .getByRole('main')
        .getByRole('button', { name: t('clients:register.title') })
        .click()
      await field('name').fill(name)
      await more()
      await button(t('clients:register.submit')).click()
    }

    await test.step('a child is registered; who decides for them is asked at once', async () => {
      await register('示例小禾苗', async () => {
        await field('name').fill('')
        await button(t('clients:register.submit')).click()
        // The button stands a screen below the name.
        await expect(page.getByText(t('clients:field.nameNeeded'))).toBeInViewport()
        await field('alias').fill('示例小禾苗')
        await field('birthDate').fill('2019-05-06')
        await field('tags').click()
        await page.getByRole('option').first().waitFor({ state: 'attached' })
        await page.keyboard.press('Enter')
        await page.keyboard.press('Escape')
        await look('register-more')
      })
      await title(aFileNumber)
      await expect(page.getByText(details('ask.guardian'))).toBeVisible()
      await expect(page.getByText('示例小禾苗')).toBeHidden()
      await look('client-asks-for-guardian')
    })

    await test.step('the guardian is named where the question leads', async () => {
      await link(details('askGo.guardian')).click()
      await button(details('edit')).click()
      await expect(field('alias')).toHaveValue('示例小禾苗')
      await field('guardianPhone').fill('000-0000-0000')
      await button(details('save')).click()
      await expect(page.getByText(t('clients:field.guardianNameNeeded'))).toBeVisible()
      await field('guardianName').fill('示例禾母')
      await look('details-form')
      await button(details('save')).click()
      await expect(page.getByText(details('ask.guardian'))).toBeHidden()
      await expect(page.getByText('示例禾母')).toBeVisible()
      await look('details')
    })

    await test.step('the name goes as it came', async () => {
      const fileNumber =
        (await page.getByRole('heading', { level: 1 }).locator('span').first().textContent()) ?? ''
      await page
        .getByRole('button', { name: t('clients:header.hideName', { fileNumber }) })
        .first()
        .click()
      await expect(page.getByText('示例禾母')).toBeHidden()
      await expect(page.getByText('示例小禾苗')).toBeHidden()
    })

    await test.step('the same child a second time: the files are merged, and parted again', async () => {
      await register('示例小禾苗', () => field('birthDate').fill('2019-05-06'))
      await look('register-asks')
      await button(t('clients:duplicate.nobody')).click()
      await title(aFileNumber)
      await link(t('clients:tabs.details')).click()
      await button(details('merge.same')).click()
      await page.getByLabel(details('merge.because')).fill('示例：母亲当面确认')
      await look('merge')
      await button(details('merge.submit')).click()
      await expect(page.getByText('示例：母亲当面确认', { exact: false })).toBeVisible()
      await look('merged')
      await link(details('merge.open')).click()
      await expect(link(details('notice.openOther'))).toBeVisible()
      await look('merged-into-another')
      await link(t('clients:tabs.details')).click()
      await button(details('merge.undo')).click()
      await expect(link(details('notice.openOther'))).toBeHidden()
    })

    await test.step('a list of 1,000 people with 30 bad rows', async () => {
      const { rows, faults } = listOfPeople({ people: 1_000, bad: 30 })
      const path = join(stick, 'list.xlsx')
      await writeXlsxFile(
        rows.map((cells) => cells.map((text) => (text === '' ? null : { value: text, type: String }))),
      ).toFile(path)
      await link(t('nav.clients')).first().click()
      await link(t('clients:caseload.import')).click()
      await title(t('client-list:title'))
      await look('import-choose')
      await chooseFile(page, t('client-list:choose'), path)
      await expect(page.getByText(t('client-list:columns.title'), { exact: true })).toBeVisible()
      await look('import-columns')
      // Looked for at every frame: a thousand rows are read before a locator looks twice.
      const reading = page.waitForFunction(
        (name) => document.querySelector(`[role=progressbar][aria-label="${name}"]`) !== null,
        t('client-list:reading'),
      )
      await button(t('client-list:columns.check')).click()
      await reading
      const toAdd = 970
      await expect(page.getByText(t('client-list:check.toAdd', { count: toAdd }))).toBeVisible()
      const bad = region(t('client-list:bad.title', { count: 30 }))
      await expect(bad.getByRole('row')).toHaveCount(1 + faults.length)
      for (const { row, column, code } of faults)
        await expect(
          bad.getByRole('row', { name: `${row} ${column}` }).getByText(t(`refusals:${code}`)),
        ).toBeVisible()
      await expect(page.getByText(t('client-list:check.nothingYet'))).toBeVisible()
      await link(t('nav.clients')).first().click()
      await page.getByLabel(t('clients:caseload.search')).fill(rows[2]?.[1] ?? '')
      await expect(page.getByText(t('clients:caseload.count', { count: 0 }), { exact: true })).toBeVisible()
      await link(t('clients:caseload.import')).click()
      await chooseFile(page, t('client-list:choose'), path)
      await button(t('client-list:columns.check')).click()
      await look('import-check')
      await button(t('client-list:check.import', { count: toAdd })).click()
      await expect(
        page.getByText(t('client-list:done.added', { count: toAdd }), { exact: false }),
      ).toBeVisible()
      await look('import-done')
      await link(t('client-list:done.toCaseload')).click()
      await page.getByLabel(t('clients:caseload.search')).fill(rows[2]?.[1] ?? '')
      await expect(page.getByText(t('clients:caseload.count', { count: 1 }), { exact: true })).toBeVisible()
    })

    await test.step('the same list once more: everybody is asked about, nobody is registered twice', async () => {
      const { rows } = listOfPeople({ people: 40, bad: 0 })
      const path = join(stick, 'again.csv')
      await writeFile(path, `\ufeff${rows.map((cells) => cells.join(',')).join('\n')}`)
      await link(t('nav.clients')).first().click()
      await link(t('clients:caseload.import')).click()
      await chooseFile(page, t('client-list:choose'), path)
      await button(t('client-list:columns.check')).click()
      await expect(region(t('client-list:alike.title'))).toBeVisible()
      await look('import-alike')
      // Of the first forty one had a fault, and is still to be registered.
      await button(t('client-list:alike.restKnown', { count: 39 })).click()
      await button(t('client-list:check.import', { count: 1 })).click()
      await expect(page.getByText(t('client-list:done.known', { count: 39 }), { exact: false })).toBeVisible()
    })
  },
)
