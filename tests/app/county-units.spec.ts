import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './steps/desk.ts'
import { chooseFile, saveTo } from './steps/files.ts'
import { openDemonstration, tourInBothLanguages } from './steps/tour.ts'

/** A county's list as somebody keeps it: 27 townships, 20 rooms in each, two rows of them wrong. */
const wholeCounty = (): string => {
  const rows = ['级别,编码,名称,上级,联系人,报送周期']
  for (let town = 0; town < 27; town++) {
    rows.push(`乡镇,000000${201 + town},第${town + 1}镇,,,`)
    for (let room = 0; room < 20; room++)
      rows.push(
        `咨询室,000000${300 + town * 20 + room},第${town + 1}镇${room + 1}号室,第${town + 1}镇,示例 0571,每月`,
      )
  }
  return [...rows, '咨询室,0000009,少了几位,第1镇,,每月', '村,000000998,没有这一级,第1镇,,'].join('\n')
}

tourInBothLanguages(
  'units from a list and by hand, the board of a period, and reminders to print',
  async (tour) => {
    const { page, stick, t, look, button, link, region, title } = tour
    const own = (key: string, more = {}) => t(`county-units:${key}`, more)
    const onBoard = (key: string, more = {}) => t(`county-board:${key}`, more)
    const main = page.getByRole('main')
    const place = async (name: string) => {
      await link(t('nav.county')).click()
      await link(t(`county-desk:place.${name}`)).click()
      await title(t(`county-desk:place.${name}`))
    }
    await openDemonstration(tour)

    await test.step('the board says who has reported and what there is to do', async () => {
      await place('reported')
      await expect(main.getByRole('row').nth(3)).toBeVisible()
      await look('county-board')
      await expect(main.getByText(onBoard('rule'))).toBeVisible()
      await main.getByLabel(onBoard('filter.state'), { exact: true }).click()
      await page.getByTitle(onBoard('state.missing'), { exact: true }).click()
      await expect(
        main.getByRole('cell', { name: onBoard('state.missing'), exact: true }).first(),
      ).toBeVisible()
      await expect(main.getByRole('cell', { name: onBoard('todo.missing') }).first()).toBeVisible()
      await expect(main.getByRole('cell', { name: onBoard('state.onTime') })).toHaveCount(0)
    })

    await test.step('reminders are printed as a list and as letters, in kind words', async () => {
      await link(onBoard('reminder.link')).click()
      await title(onBoard('reminder.title'))
      const sheet = main.getByRole('article')
      await expect(sheet.getByRole('cell', { name: /0571-/ }).first()).toBeVisible()
      await look('county-reminder')
      await main.getByText(onBoard('reminder.letters'), { exact: true }).click()
      await expect(sheet.getByText(onBoard('todo.missing')).first()).toBeVisible()
      await look('county-reminder-letters')
      await link(onBoard('reminder.back')).click()
      await main.getByRole('table').last().getByRole('link').nth(1).click()
      await expect(region(own('reports.title')).getByRole('row').nth(1)).toBeVisible()
      await look('county-unit')
    })

    await test.step('a unit is added, changed from a day on, and closed', async () => {
      await place('units')
      await link(own('add')).click()
      await title(own('form.new'))
      await page.getByLabel(own('column.code')).fill('000000990')
      await page.getByLabel(own('column.name')).fill('示例新设室')
      await look('county-unit-new')
      await button(own('form.save')).click()
      await title('示例新设室')
      await button(own('form.change')).click()
      await page.getByLabel(own('column.name')).fill('示例改名室')
      await button(own('form.save')).click()
      await title('示例改名室')
      await button(own('end.title')).click()
      await button(own('end.now')).click()
      // Entered and closed on one day: it never was.
      await title(own('end.ended'))
    })

    await test.step('a list is looked through before it is taken; 540 rooms stay folded and can be searched', async () => {
      await place('units')
      await link(own('list.link')).click()
      await title(own('list.title'))
      await look('county-unit-list')
      const sample = await saveTo(stick, page, own('list.sample'))
      await chooseFile(page, own('list.choose'), sample)
      await expect(region(own('list.check'))).toBeVisible()
      const file = join(stick, 'county.csv')
      await writeFile(file, `\ufeff${wholeCounty()}\n`)
      await chooseFile(page, own('list.choose'), file)
      await expect(main.getByText(own('list.added', { count: 567 }))).toBeVisible()
      await expect(region(own('list.faultyTitle', { count: 2 })).getByRole('row')).toHaveCount(3)
      await look('county-unit-list-checked')
      await button(own('list.take', { count: 567 })).click()
      await expect(main.getByText(own('list.taken', { added: 567, changed: 0 }))).toBeVisible()
      await link(own('toUnits')).click()
      await expect(main.locator('summary').nth(20)).toBeVisible()
      await expect(main.getByRole('row')).toHaveCount(0)
      await look('county-units-many')
      await main.locator('summary').nth(5).press('Enter')
      await expect(main.getByRole('row').nth(3)).toBeVisible()
      await page.getByLabel(own('search')).fill('第27镇20号室')
      await expect(main.getByRole('row')).toHaveCount(2)
      await place('reported')
      await expect(main.getByRole('heading', { name: onBoard('counts', { count: 549 }) })).toBeVisible()
      await expect(main.getByRole('table').last().getByRole('row')).toHaveCount(21)
      await look('county-board-many')
    })
  },
  { alwaysClosely: true },
)
