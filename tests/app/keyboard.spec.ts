import type { Locator, Page } from '@playwright/test'
import { expect, test } from './steps/desk.ts'
import { openDemonstration, tourInBothLanguages } from './steps/tour.ts'

test.use({ trace: 'off' })

/** More than anybody would press; a page that swallows the focus ends here. */
const atMost = 400

/** What the focus is on, as a place among what can be pressed here; null outside. */
const focusedPlace = (main: Locator) =>
  main.evaluate((part) => {
    const pressed = [...part.querySelectorAll('a[href], button')]
    const at = pressed.indexOf(document.activeElement ?? part)
    return { at, inside: part.contains(document.activeElement) }
  })

/** Everything here that can be pressed, by its place; what is moved to with the arrow keys inside of a group is not asked for. */
const pressable = (main: Locator) =>
  main.evaluate((part) =>
    [...part.querySelectorAll<HTMLElement>('a[href], button')].flatMap((one, at) =>
      one.checkVisibility() && !one.matches(':disabled, [tabindex="-1"], [aria-hidden="true"]')
        ? [{ at, name: `${one.getAttribute('aria-label') ?? one.textContent}` }]
        : [],
    ),
  )

/** Whether something about what has the focus shows that it has. */
const showsFocus = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement
    if (focused === null) return false
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused)
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
  })

tourInBothLanguages(
  'every list goes by the keyboard alone',
  async (on) => {
    const { page, t, title } = on
    const main = page.getByRole('main')
    const heading = page.getByRole('heading', { level: 1 })

    /** From the left bar on, the tab key comes to everything that can be pressed, and shows where it is. */
    const tabThrough = async (name: string) => {
      await page
        .getByRole('navigation', { name: t('navLabel') })
        .getByRole('link')
        .last()
        .focus()
      const wanted = await pressable(main)
      const reached = new Set<number>()
      const unseen: string[] = []
      for (let presses = 0; presses < atMost; presses += 1) {
        await page.keyboard.press('Tab')
        const { at, inside } = await focusedPlace(main)
        if (!inside && reached.size > 0) break
        if (at < 0) continue
        if (reached.has(at)) break
        reached.add(at)
        if (!(await showsFocus(page))) unseen.push(wanted.find((one) => one.at === at)?.name ?? '')
      }
      expect
        .soft(
          wanted.filter(({ at }) => !reached.has(at)).map((one) => one.name),
          `${name}: what the tab key does not come to`,
        )
        .toEqual([])
      expect.soft(unseen, `${name}: what does not show that it has the focus`).toEqual([])
    }

    /** Opens a place and waits until nothing on it changes any more. */
    const open = async (place: string) => {
      let seen = await main.textContent()
      await page.goto(`/${place}`)
      await expect.poll(() => main.textContent()).not.toBe(seen)
      const settled = async () => {
        const before = seen
        seen = await main.textContent()
        return seen === before && (await page.locator('.ant-skeleton, .ant-spin-spinning').count()) === 0
      }
      await expect.poll(settled, { intervals: [500] }).toBe(true)
    }

    /** In a table the arrow keys go from row to row, and Enter opens the one they stand on. */
    const arrowsThrough = async (table: Locator) => {
      const links = table.locator('tbody tr a:first-of-type')
      await expect(links.first()).toBeVisible()
      const rows = table.getByRole('row').filter({ has: page.getByRole('link') })
      const count = Math.min(await rows.count(), 4)
      await rows.first().getByRole('link').first().focus()
      for (let row = 1; row < count; row += 1) {
        await page.keyboard.press('ArrowDown')
        await expect(rows.nth(row).getByRole('link').first()).toBeFocused()
      }
      if (count > 1) {
        await page.keyboard.press('ArrowUp')
        await expect(
          rows
            .nth(count - 2)
            .getByRole('link')
            .first(),
        ).toBeFocused()
      }
      const before = page.url()
      await page.keyboard.press('Enter')
      await expect(page).not.toHaveURL(before)
    }

    await openDemonstration(on)
    await page.goto('/#/clients')
    await title(t('clients:caseload.title'))
    await page
      .getByRole('row', { name: t('clients:tier.priority') })
      .getByRole('link')
      .first()
      .click()
    await expect(page).toHaveURL(/#\/clients\/[0-9a-f]{8,}/)
    const file = new URL(page.url()).hash

    await test.step('tables: the arrow keys go from row to row, Enter opens', async () => {
      for (const place of ['#/clients', '#/hotline', `${file}/assessments`, '#/catalogue', '#/settings']) {
        await page.goto(`/${place}`)
        await expect(page.getByRole('table').first()).toBeVisible()
        await arrowsThrough(page.getByRole('table').first())
      }
    })

    await test.step('every list: the tab key comes to everything that can be pressed', async () => {
      const places = [
        '#/today',
        '#/clients',
        '#/mandatory-reports',
        '#/clients/rights',
        '#/clients/import',
        file,
        `${file}/assessments`,
        `${file}/notes`,
        `${file}/follow-ups`,
        `${file}/safety-plan`,
        `${file}/referrals`,
        `${file}/consent`,
        `${file}/tier`,
        `${file}/details`,
        `${file}/closure`,
        `${file}/crisis`,
        `${file}/supervision`,
        '#/appointments',
        '#/hotline',
        '#/catalogue',
        '#/surveys',
        '#/statistics',
        '#/report',
        '#/settings',
        '#/activities',
        '#/settings/register',
        '#/settings/audit',
        '#/settings/backup',
        '#/settings/privacy',
      ]
      for (const place of places) {
        await open(place)
        await tabThrough(place.replace(file, 'file'))
      }
    })

    await test.step('from the board to a deed without the mouse', async () => {
      await page.goto('/#/today')
      await title(t('today:title'))
      const first = main.getByRole('listitem').getByRole('link').first()
      await heading.click()
      for (let presses = 0; presses < 20; presses += 1) {
        await page.keyboard.press('Tab')
        if (await first.evaluate((one) => one === document.activeElement)) break
      }
      await expect(first).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(page).not.toHaveURL(/#\/today$/)
    })
  },
  { onlyLong: true },
)
