import fc from 'fast-check'
import { expect, it } from 'vitest'
import { harmlessText } from '../../../src/exchange/harmless-text.ts'
import { longRows } from '../../../src/exchange/views/long-rows.ts'
import { xlsxView } from '../../../src/exchange/views/xlsx-view.ts'
import { examplePlan } from '../../support/example-plan.ts'
import { guardedViews } from '../../support/package-view.ts'
import { filesOfZip, rowsOfSheet } from '../../support/read-back.ts'

const seed = 20_261_123
const sheet = (files: Map<string, string>, number: number) =>
  rowsOfSheet(files.get(`xl/worksheets/sheet${number}.xml`) ?? '')

/** What XML can hold of a text, line ends as XML reads them. */
const stored = (text: string): string =>
  harmlessText(text)
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/\r\n?/g, '\n')

it('abuse case 24, case 55: lists every cell for a pivot table: numbers as numbers, texts as texts, none a formula', async () => {
  await fc.assert(
    fc.asyncProperty(guardedViews('awkward'), fc.constantFrom('zh-CN', 'en'), async ({ view }, language) => {
      const files = filesOfZip(await xlsxView(view, language))
      const expected = longRows(view, language).map((row) =>
        row.map((cell) => (typeof cell === 'number' ? cell : stored(cell))),
      )
      const read = sheet(files, 2).map((row, index) =>
        Array.from({ length: expected[index]?.length ?? 0 }, (_, column) => row[column] ?? ''),
      )
      expect(read).toEqual(expected)
    }),
    { seed, numRuns: 60 },
  )
})

it('shows every table as one reads it: its counts in grid order, each total what is shown or nothing', async () => {
  await fc.assert(
    fc.asyncProperty(guardedViews('plain'), async ({ view }) => {
      const rows = sheet(filesOfZip(await xlsxView(view, 'en')), 3)
      let at = 0
      for (const { axes, cells, planned, k } of view.tables) {
        const [depth, width] = [Math.max(0, axes.length - 1), axes.at(-1)?.codes.length ?? 1]
        const lines = cells.length / width
        const addsUp = axes.length > 0 && k === null
        expect(rows[at]).toEqual([planned.title.en])
        const body = rows.slice(at + 3, at + 3 + lines).map((row) => row.slice(depth))
        const counts = body.flatMap((row) => row.slice(0, width))
        expect(counts).toEqual(cells.map((count) => count ?? 'withheld'))
        if (addsUp) {
          for (const row of body)
            expect(row.at(-1)).toBe(row.slice(0, width).reduce((sum: number, n) => sum + Number(n), 0))
        } else for (const row of body) expect(row).toHaveLength(width)
        at += 3 + lines + (addsUp && depth > 0 ? 1 : 0) + 1
      }
      expect(rows).toHaveLength(at)
    }),
    { seed, numRuns: 60 },
  )
})

it('adds up down as well as across, and never over a cell that is withheld', async () => {
  const axis = (id: string, ...codes: string[]) => ({
    id,
    title: { 'zh-CN': id, en: id },
    codes: codes.map((code) => ({ code, label: { 'zh-CN': code, en: code } })),
    sums: [['_T', ...codes]],
    places: codes.map((_, place) => [place]),
  })
  const [{ view } = expect.fail()] = fc.sample(guardedViews('plain'), { seed, numRuns: 1 })
  const planned = examplePlan.tables.find((table) => table.class === 'A') ?? expect.fail()
  const axes = [axis('d', 'x', 'y'), axis('e', 'a', 'b')]
  const tables = [{ planned, axes, k: null, cells: [3, 6, 9, null] }]
  const rows = sheet(filesOfZip(await xlsxView({ ...view, tables }, 'en')), 3)
  expect(rows.slice(2)).toEqual([
    ['d', 'a', 'b', 'Total'],
    ['x', 3, 6, 9],
    ['y', 9, 'withheld', 'withheld'],
    ['Total', 12, 'withheld', 'withheld'],
    [],
  ])
})

it('is the same to the byte whenever it is made', async () => {
  const [{ view } = expect.fail()] = fc.sample(guardedViews('plain'), { seed, numRuns: 1 })
  const [first, again] = [await xlsxView(view, 'zh-CN'), await xlsxView(view, 'zh-CN')]
  expect(again).toEqual(first)
  // The date of every part is the first that a zip file can have.
  for (let at = 0; at < first.length - 14; at++) {
    if (first[at] === 0x50 && first[at + 1] === 0x4b && first[at + 2] === 3 && first[at + 3] === 4)
      expect([...first.subarray(at + 10, at + 14)]).toEqual([0, 0, 0x21, 0])
  }
})
