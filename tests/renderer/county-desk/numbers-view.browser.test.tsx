import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { NumbersView } from '../../../src/renderer/county-desk/picture/numbers-view.tsx'
import { setupLocale } from '../../../src/renderer/locale/locale.ts'
import type { CountyFigure, CountyFigures } from '../../../src/room/contract/county-figures.ts'

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
const totals = (
  sums: (number | null)[],
  withheld: number[],
  highs: (number | null)[] = [null, null, null],
): { table: CountyFigures['table']; figure: CountyFigure } => ({
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
  },
  figure: {
    unit: null,
    period: '2026-Q3',
    rooms: { full: 2, partly: 1, absent: 4, notAsked: 0 },
    sums,
    withheld,
    bands: [0, 0, 0],
    bounds: [0, 0, 0],
    highs,
    rate: null,
  },
})

/** What the row of a reason says, its head first. */
const row = (name: string) => () =>
  page.getByRole('row', { name: new RegExp(`^${name}`) }).element().textContent

test('a sum says how many rooms withhold their part of it, and what all withhold is not nought', async () => {
  root.render(<NumbersView {...totals([21, 12, null], [0, 1, 3], [21, 16, null])} />)
  await expect.poll(row('one')).toMatch(/^one12※1/)
  await expect.poll(row('other')).toMatch(/^other※/)
  await expect.element(page.getByRole('img')).toBeVisible()
  await expect.element(page.getByText(/one 16/)).toBeVisible()
})

test('who did not report, and who did in part, is told', async () => {
  root.render(<NumbersView {...totals([21, 12, 9], [0, 0, 0])} />)
  await expect.element(page.getByText(/^3 个咨询室的数字相加|over 3 rooms/)).toBeVisible()
  await expect.element(page.getByText(/其中 1 个只报来一部分|1 of them sent only some/)).toBeVisible()
  await expect.element(page.getByText(/另有 4 个应报未报|4 rooms have not reported/)).toBeVisible()
})

test('a table that every room withholds is said to be so, and draws no chart of nothing', async () => {
  root.render(<NumbersView {...totals([null, null, null], [3, 3, 3])} />)
  await expect.element(page.getByText(/没有可以相加的|nothing to add up/)).toBeVisible()
  await expect.poll(row('one')).toMatch(/^one※/)
  expect(page.getByRole('img').elements()).toEqual([])
})

test('of a period in which nothing came it says so, with no mark of what is withheld', async () => {
  const { table, figure } = totals([null, null, null], [0, 0, 0])
  root.render(
    <NumbersView table={table} figure={{ ...figure, rooms: { ...figure.rooms, full: 0, partly: 0 } }} />,
  )
  await expect.element(page.getByText(/这一期没有单位报来|No room sent/)).toBeVisible()
  expect(page.getByRole('table').elements()).toEqual([])
})
