import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { TotalsOnShow } from '../../../src/renderer/county-desk/totals-on-show.tsx'
import { setupLocale } from '../../../src/renderer/locale/locale.ts'
import type { CountyTotals } from '../../../src/room/contract/county-desk.ts'

let root: Root
beforeEach(() => {
  setupLocale()
  root = createRoot(document.body.appendChild(document.createElement('div')))
})
afterEach(() => {
  root.unmount()
  document.body.replaceChildren()
})

const words = (text: string) => ({ 'zh-CN': text, en: text })

/** A class S table of two reasons and their total, added up over three rooms. */
const totals = (cells: number[], withheld: number[]): CountyTotals => ({
  table: {
    id: 'example',
    title: words('Example'),
    class: 'S',
    unit: 'event',
    base: null,
    k: 5,
    dims: [
      {
        id: 'reason',
        title: words('Reason'),
        codes: ['_T', 'one', 'other'].map((code) => ({ code, label: words(code) })),
      },
    ],
    cells,
  },
  withheld,
  units: 3,
  errorBound: 0,
})

/** What the row of a reason says, its head first. */
const row = (name: string) => () =>
  page.getByRole('row', { name: new RegExp(`^${name}`) }).element().textContent

test('a sum says how many rooms withhold their part of it, and what all withhold is not nought', async () => {
  root.render(<TotalsOnShow totals={totals([21, 12, 0], [0, 1, 3])} rooms={3} />)
  await expect.poll(row('one')).toMatch(/^one12※1/)
  await expect.poll(row('other')).toMatch(/^other※/)
  await expect.element(page.getByRole('img')).toBeVisible()
})

test('a table that every room withholds is said to be so, and draws no chart of nothing', async () => {
  root.render(<TotalsOnShow totals={totals([0, 0, 0], [3, 3, 3])} rooms={3} />)
  await expect.element(page.getByText(/没有可以相加的|nothing to add up/)).toBeVisible()
  await expect.poll(row('one')).toMatch(/^one※/)
  expect(page.getByRole('img').elements()).toEqual([])
})
