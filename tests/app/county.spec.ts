import { expect, test } from './steps/desk.ts'
import { brokenOffCopy, chooseFile, damagedCopy, saveTo } from './steps/files.ts'
import { openDemonstration, tourInBothLanguages } from './steps/tour.ts'

tourInBothLanguages(
  'the county adds up with what is withheld beside it, keeps what comes too early, and gives receipts; keys are changed and revoked',
  async (tour) => {
    const { page, stick, t, look, button, link, region, title } = tour
    const own = (key: string, more = {}) => t(`county-desk:${key}`, more)
    const report = (key: string, more = {}) => t(`report:${key}`, more)
    const main = page.getByRole('main')
    await openDemonstration(tour)

    /** Writes the newest month that is due, or its file once more, and gives where it lies. */
    const written = async (at: number): Promise<string> => {
      await link(t('nav.report')).click()
      await title(report('title'))
      await main.locator('.report-period-due').getByRole('link').nth(at).click()
      await button(report('next.leaving')).click()
      await button(report('next.confirm')).click()
      await button(report('next.write')).click()
      await expect(page.getByText(report('written.title'))).toBeVisible()
      return saveTo(stick, page, report('written.save'))
    }
    const place = async (name: string, called = own(`place.${name}`)) => {
      await link(t('nav.county')).click()
      await link(own(`place.${name}`)).click()
      await title(called)
    }
    const name = (await page.locator('.frame-unit').textContent()) ?? ''
    const first = await written(0)
    const second = await written(0)
    const third = await written(0)

    await test.step('a package that comes too early waits, and is taken in with the one before it', async () => {
      await place('import')
      await chooseFile(page, own('import.choose'), second)
      const waiting = region(own('waiting.title'))
      await expect(waiting.getByRole('row', { name: own('waiting.missing', { numbers: '1' }) })).toBeVisible()
      await look('county-waiting')
      await chooseFile(page, own('import.choose'), first)
      await button(own('import.take')).click()
      await expect(waiting).toHaveCount(0)
      await chooseFile(page, own('import.choose'), second)
      await expect(page.getByText(own('package.known'))).toBeVisible()
    })

    await test.step('many files at once: looked at, taken in, and what is refused is dealt with', async () => {
      const many = (key: string, more = {}) => t(`county-import:${key}`, more)
      await button(own('import.close')).click()
      const hostile = [await damagedCopy(third), await brokenOffCopy(third)]
      await chooseFile(page, own('import.choose'), [second, hostile[0] ?? '', third, first, hostile[1] ?? ''])
      const preview = region(many('preview.title'))
      await expect(preview.getByRole('button', { name: many('group.known', { count: 2 }) })).toBeVisible()
      await expect(preview.getByRole('button', { name: many('group.refused', { count: 2 }) })).toBeVisible()
      await preview.getByRole('button', { name: many('group.new', { count: 1 }), exact: true }).click()
      await expect(preview.getByRole('row')).toHaveCount(2)
      await preview.getByRole('row').nth(1).getByRole('button').click()
      await expect(preview.getByRole('columnheader', { name: many('change.before') })).toBeVisible()
      await look('county-many-preview')
      await button(many('preview.take', { count: 1 })).click()
      const result = region(many('result.title'))
      await expect(result.getByRole('status').first()).toContainText(many('result.done', { count: 1 }))
      const receipts = await saveTo(stick, page, many('result.receipts', { count: 1 }))
      expect(receipts).toMatch(/\.zip$/)
      await look('county-many-result')
      await button(many('result.close')).click()

      const kept = region(many('quarantine.title'))
      await expect(kept.getByRole('row')).toHaveCount(3)
      await kept
        .getByRole('button', { name: many('quarantine.putAwayOf', { name: '' }) })
        .first()
        .click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: many('quarantine.putAway') }).click()
      await expect(dialog.getByText(t('refusals:QUARANTINE_NOTE_MISSING'))).toBeVisible()
      await dialog.getByRole('textbox').fill('示例：已请对方重新写出')
      await look('county-put-away')
      await dialog.getByRole('button', { name: many('quarantine.putAway') }).click()
      await expect(kept.getByRole('row')).toHaveCount(2)
      await kept.getByRole('button', { name: many('putAway.list', { count: 1 }) }).click()
      await expect(kept.getByText('示例：已请对方重新写出')).toBeVisible()
      await look('county-quarantine')
    })

    await test.step('the room takes the receipt', async () => {
      await place('units')
      await look('county-units')
      const receipt = await saveTo(stick, page, own('statements.receiptOf', { name }))
      await link(t('nav.report')).click()
      await chooseFile(page, report('receipt.choose'), receipt)
      await expect(region(report('receipt.title')).getByRole('status')).not.toBeEmpty()
      await expect(region(report('ledger.title')).getByText(report('ledger.noReceipt'))).toHaveCount(0)
    })

    await test.step('the room changes its key; the county knows the new one by the old', async () => {
      const mine = region(t('exchange:mine.title'))
      await mine.getByRole('button', { name: t('exchange:keyChange.ask') }).click()
      await expect(page.getByText(t('exchange:keyChange.title'))).toBeVisible()
      await look('key-change')
      await button(t('exchange:keyChange.now')).click()
      await expect(mine.getByText(t('exchange:keyChange.changed'))).toBeVisible()
      const notice = await saveTo(stick, page, t('exchange:keyChange.save'))
      await place('units')
      await chooseFile(page, t('exchange:keyChange.choose'), notice)
      await expect(page.getByText(t('exchange:keyChange.taken', { name }))).toBeVisible()
      await chooseFile(page, t('exchange:keyChange.choose'), notice)
      await expect(page.getByText(t('refusals:KEY_EXPIRED'))).toBeVisible()
    })

    await test.step('a key that was lost is revoked, and it is said what comes next', async () => {
      const row = main.getByRole('row').nth(2)
      const lost = (await row.getByRole('rowheader').textContent()) ?? ''
      await row.getByRole('button', { name: own('revoke.of', { name: lost }) }).click()
      await button(own('revoke.now')).click()
      await expect(page.getByText(own('revoke.revoked', { name: lost }))).toBeVisible()
      await expect(main.getByRole('row', { name: lost })).toContainText(t('county-units:noCard'))
      await look('county-revoked')
    })

    const picture = (key: string, more = {}) => t(`county-picture:${key}`, more)
    const chooseTable = async (start: RegExp) => {
      await page.getByLabel(picture('choice.table'), { exact: true }).click()
      await page.getByTitle(start).last().click()
    }
    const view = (name: string) =>
      main.locator('.ant-radio-button-wrapper', { hasText: picture(`view.${name}`) }).click()

    await test.step('one table is looked at in numbers, over time, unit by unit and as a heat table', async () => {
      await place('totals')
      await chooseTable(/^(热线来电量（季度）|Hotline calls of a quarter)/)
      await expect(main.getByRole('table')).toBeVisible()
      await look('county-numbers')
      await view('trend')
      await expect(main.getByRole('row')).toHaveCount(10)
      await look('county-trend')
      await view('compare')
      await expect(main.getByRole('columnheader', { name: picture('column.rate') })).toBeVisible()
      await look('county-compare')
      await main.getByRole('rowheader').getByRole('button').first().click()
      await expect(main.getByRole('columnheader', { name: picture('column.room') })).toBeVisible()
      await look('county-rooms')
      await view('heat')
      await expect(main.getByRole('table')).toBeVisible()
      await look('county-heat')
      await view('numbers')
      await main.getByRole('button', { name: picture('whole') }).click()
    })

    await test.step('what rooms withhold is no nought', async () => {
      await chooseTable(/^(结案|Files closed)/)
      await expect(main.getByRole('table')).toBeVisible()
      await expect(main.getByText(picture('numbers.withheld'))).toBeVisible()
      await expect(main.getByRole('cell', { name: t('charts:withheld') }).first()).toBeVisible()
      await look('county-withheld')
    })

    await test.step('the review of a quarter is filled in, printed and saved', async () => {
      const review = (key: string, more = {}) => t(`county-review:${key}`, more)
      await place('review', review('title'))
      const sheet = main.getByRole('article')
      await expect(sheet.getByRole('heading', { name: review('chapter.hotline') })).toBeVisible()
      await main.getByLabel(review('text.situation')).fill('服务平稳。')
      await button(review('text.save')).click()
      await expect(sheet.getByText('服务平稳。')).toBeVisible()
      await look('county-review')
      const workbook = await saveTo(stick, page, review('saveWorkbook'))
      expect(workbook).toMatch(/\.xlsx$/)
      await page.emulateMedia({ media: 'print' })
      await expect(main.getByRole('navigation')).toHaveCount(0)
      await expect(sheet).toBeVisible()
      await page.emulateMedia({ media: null })
    })
  },
  { alwaysClosely: true },
)
