import type { Locator } from '@playwright/test'
import { expect, test } from './steps/desk.ts'
import { textOf } from './steps/pdf-text.ts'
import { openDemonstration, tourInBothLanguages } from './steps/tour.ts'

test.use({ trace: 'off' })

/** Text as it comes from a sheet, where lines break anywhere. */
const squeezed = (text: string) => text.replaceAll(/\s/g, '')

tourInBothLanguages(
  'the hotline’s calls, its board, and somebody who calls again',
  async (on) => {
    const { page, t, look, button, link, region, title } = on
    const callers = (key: string, values = {}) => t(`callers:${key}`, values)
    const places = page.getByRole('navigation', { name: t('hotline:places.label') })
    const place = (key: string) => places.getByRole('link', { name: t(`hotline:places.${key}`), exact: true })
    const beside = page.getByRole('region', { name: callers('beside.title'), exact: true })
    const rowsOf = (table: Locator) => table.getByRole('row')
    const alias = '示例青竹'
    const number = '000 0000 0088'
    const takeCall = async () => {
      await place('calls').click()
      await button(t('hotline:takeCall')).click()
      await expect(beside).toBeVisible()
    }
    await openDemonstration(on)

    await test.step('calls are looked through as one types, by keyboard alone', async () => {
      await link(t('nav.hotline')).click()
      await title(t('hotline:title'))
      const list = region(callers('list.label'))
      await expect(list.getByRole('table')).toBeVisible()
      await look('calls')
      const all = await rowsOf(list).count()
      const search = page.getByRole('textbox', { name: callers('search.text') })
      await expect(search).toBeFocused()
      const shown = (await rowsOf(list).nth(2).getByRole('cell').nth(1).textContent()) ?? ''
      expect(shown).toMatch(/^R\d{4}-\d{4}$/)
      await search.fill(shown.toLowerCase())
      await expect(rowsOf(list)).toHaveCount(2)
      await search.fill('示例没有')
      await expect(list).toContainText(callers('list.nothing'))
      await search.fill('')
      await expect(rowsOf(list)).toHaveCount(all)
      await page.getByRole('checkbox', { name: callers('search.unsettled') }).check()
      await expect(list.getByRole('table')).not.toContainText(callers('state.closed'))
      await look('calls-unsettled')
      await page.getByRole('checkbox', { name: callers('search.unsettled') }).uncheck()
      await page.getByRole('combobox', { name: callers('search.level') }).click()
      await page.getByTitle(t('hotline:responseLevel.atOnce'), { exact: true }).click()
      await expect(list.getByRole('table')).not.toContainText(t('hotline:responseLevel.planned'))
      await look('calls-at-once')
    })

    await test.step('the board says what waits, and when calls come, in numbers as well as in shades', async () => {
      await place('board').click()
      await title(callers('board.title'))
      const heat = page.getByRole('table', { name: callers('board.heat') })
      await expect(rowsOf(heat)).toHaveCount(8)
      const counted = await heat.getByRole('cell').allTextContents()
      const span = region(callers('board.span'))
      const calls = await span.getByRole('definition').first().textContent()
      expect(counted.reduce((sum, cell) => sum + Number(cell), 0)).toBe(Number(calls))
      await look('board')
      await page.getByRole('combobox', { name: callers('board.days') }).click()
      await page.getByTitle(callers('board.lastDays', { count: 365 })).click()
      await expect(span.getByRole('definition').first()).not.toHaveText(calls ?? '')
      await button(t('shade.dark')).click()
      await look('board-dark')
      await button(t('shade.dark')).click()
    })

    await test.step('a month is summed up on paper, and names nobody', async () => {
      await link(callers('summary.link')).click()
      await title(callers('summary.title'))
      const sheet = page.getByRole('article', { name: callers('summary.title') })
      await expect(sheet).toContainText(callers('summary.foot'))
      await look('summary')
      const pdf = await page.pdf({ preferCSSPageSize: true })
      const text = squeezed(textOf(pdf))
      expect(text).toContain(squeezed(callers('summary.part.followUps')))
      expect(text).not.toContain(squeezed(callers('summary.back')))
      await page.emulateMedia({ media: 'print' })
      await look('summary-print')
      await page.emulateMedia({ media: null })
      await link(callers('summary.back')).click()
    })

    await test.step('a caller agrees to be known, with a word besides, and leaves a number that is sealed', async () => {
      await takeCall()
      await expect(beside).toContainText(callers('beside.noAlias'))
      await page.getByRole('textbox', { name: t('call-form:field.alias'), exact: true }).fill(alias)
      await expect(beside).toContainText(callers('beside.nobody'))
      await beside.getByRole('checkbox', { name: callers('beside.agrees', { alias }) }).check()
      await beside.getByLabel(callers('beside.ownWord')).fill('示例石桥')
      await beside.getByRole('button', { name: callers('beside.remember') }).click()
      await expect(beside).toContainText(callers('beside.isTheirs'))
      const left = beside.getByRole('region', { name: callers('number.title') })
      await left.getByLabel(callers('number.label')).fill(number)
      await left.getByRole('checkbox', { name: callers('number.callBack') }).check()
      await left.getByRole('checkbox', { name: callers('number.recognise') }).check()
      await look('caller-new')
      await left.getByRole('button', { name: callers('number.save') }).click()
      await expect(left).toContainText(callers('number.sealed'))
      await expect(page.getByText(squeezed(number))).toHaveCount(0)
      await left.getByRole('button', { name: callers('number.show.callBack') }).click()
      await expect(left).toContainText(squeezed(number))
      await expect(left).toContainText(callers('number.shownTo', { count: 1 }))
      await look('caller-number')
      await page.goto('/#/hotline')
    })

    await test.step('when they call again nobody is told before the word was said, then nobody has to tell twice', async () => {
      await takeCall()
      await page.getByRole('textbox', { name: t('call-form:field.alias'), exact: true }).fill(` ${alias} `)
      const known = beside.getByRole('article', { name: alias })
      await expect(known).toContainText(callers('beside.wordNeeded'))
      await expect(known).not.toContainText(callers('pattern.last'))
      await look('caller-word')
      await beside.getByLabel(callers('beside.word'), { exact: true }).fill('示例石桥')
      await expect(known).toContainText(callers('pattern.last'))
      await expect(known).toContainText(callers('pattern.calls', { count: 1 }))
      await look('caller-known')
      await known.getByRole('button', { name: callers('beside.same', { alias }) }).click()
      await expect(known).toContainText(callers('beside.isTheirs'))
      await page.goto('/#/hotline')
    })

    await test.step('who says no name is known by the number they left, when they agree to it', async () => {
      await takeCall()
      const left = beside.getByRole('region', { name: callers('number.title') })
      await left.getByLabel(callers('number.label')).fill(squeezed(number))
      await expect(left.getByRole('button', { name: callers('number.lookUp') })).toHaveCount(0)
      await left.getByRole('checkbox', { name: callers('number.recognise') }).check()
      await left.getByRole('button', { name: callers('number.lookUp') }).click()
      const known = left.getByRole('article', { name: alias })
      await expect(known).toContainText(callers('pattern.calls', { count: 2 }))
      await look('caller-by-number')
      await known.getByRole('button', { name: callers('beside.same', { alias }) }).click()
      await expect(page.getByRole('textbox', { name: t('call-form:field.alias'), exact: true })).toHaveValue(
        alias,
      )
      await page.goto('/#/hotline')
    })

    await test.step('a plan for answering them is written, and stays when it is changed', async () => {
      await place('callers').click()
      await title(callers('callers.title'))
      await look('callers')
      await page.getByRole('textbox', { name: callers('callers.search') }).fill('slqz')
      await link(alias).click()
      await title(alias)
      const plan = region(callers('plan.title'))
      await plan.getByRole('button', { name: callers('plan.make') }).click()
      await plan.getByRole('button', { name: callers('plan.save') }).click()
      await expect(plan).toContainText(callers('plan.fewWords'))
      await plan.getByLabel(callers('plan.need')).fill('示例：晚上太静')
      await plan.getByLabel(callers('plan.approach')).fill('示例：先问今天有什么不同')
      await plan.getByLabel(callers('plan.minutes')).fill('30')
      await look('caller-plan-form')
      await plan.getByRole('button', { name: callers('plan.save') }).click()
      await expect(plan).toContainText(callers('plan.minutesSaid', { count: 30 }))
      await plan.getByRole('button', { name: callers('plan.change') }).click()
      await plan.getByLabel(callers('plan.approach')).fill('示例：一起数呼吸')
      await plan.getByRole('button', { name: callers('plan.save') }).click()
      await expect(plan).toContainText(callers('plan.earlier', { count: 1 }))
      await look('caller')
      await button(t('shade.dark')).click()
      await look('caller-dark')
      await button(t('shade.dark')).click()
    })

    await test.step('who wants to be unknown again is', async () => {
      await button(callers('known.forget')).click()
      await look('caller-forget')
      await button(callers('known.forgetNow')).click()
      await title(callers('callers.title'))
      await page.getByRole('textbox', { name: callers('callers.search') }).fill(alias)
      await expect(page.getByRole('table')).toContainText(callers('list.nothing'))
    })
  },
  { onlyLong: true },
)
