import { writeFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, type TestInfo } from '@playwright/test'

/** The commonest screen in a township office, and a large one. */
const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
]
const wcag22aa = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** With ANXIN_SHOTS=1 pictures of both sizes are kept; else of what everybody is checked in. */
const keepsAll = process.env.ANXIN_SHOTS === '1'

/** Pictures for the README, taken afresh with ANXIN_SHOTS=1. */
const inReadme = new Map(
  ['today', 'client', 'county'].map((name) => [
    `zh-CN ${name} 1366`,
    new URL(`../../../resources/screenshots/${name}.png`, import.meta.url),
  ]),
)

/** What does not hold is told at the end, with everything else. */
const softly = expect.configure({ soft: true })

/**
 * Looks at the page as it stands: in both sizes nothing is wider than the window; no field is one the browser would
 * remember; unless only its shape is asked for, everybody can use it in the size named, and a picture is kept of it.
 */
export const lookAt =
  (page: Page, testInfo: TestInfo, checkedWidth: 1366 | 1920, { onlyShape = false } = {}) =>
  async (name: string) => {
    await expect(page.locator('.ant-skeleton, .ant-spin-spinning')).toHaveCount(0)
    for (const size of sizes) {
      await page.setViewportSize(size)
      await softly
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth), `${name}: nothing is wider`)
        .toBeLessThanOrEqual(size.width)
      const isChecked = size.width === checkedWidth && !onlyShape
      if (keepsAll || isChecked) {
        const picture = await page.screenshot({ path: testInfo.outputPath(`${name}-${size.width}.png`) })
        const kept = inReadme.get(`${testInfo.titlePath.at(-2)} ${name} ${size.width}`)
        if (kept !== undefined && keepsAll) await writeFile(kept, picture)
      }
      if (isChecked) await everybodyCanUse(page, name)
    }
    const remembered = page.locator(':is(input, textarea, select, form):not([autocomplete=off])')
    softly(await remembered.count(), `${name}: fields the browser would remember`).toBe(0)
  }

async function everybodyCanUse(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(wcag22aa).setLegacyMode().analyze()
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  softly(told, `${name}: against WCAG 2.2 AA`).toEqual([])
}
