import fc from 'fast-check'
import { expect, it } from 'vitest'
import { viewFormats, writeView } from '../../../src/exchange/views/write-view.ts'
import { type GuardedView, guardedViews } from '../../support/package-view.ts'
import { filesOfZip } from '../../support/read-back.ts'

const seed = 20_261_123
const numRuns = process.env.ANXIN_LONG === undefined ? 40 : 2_000
const timeout = process.env.ANXIN_LONG === undefined ? 60_000 : 600_000

/** A view's bytes as text; of a workbook all its parts. */
const textOf = (format: string, bytes: Uint8Array): string =>
  format === 'xlsx' ? [...filesOfZip(bytes).values()].join('\n') : new TextDecoder().decode(bytes)

/** Every true count of a cell that is withheld, and every sum along a line that has one: none may be read anywhere. */
function secrets({ view, truth }: GuardedView): string[] {
  return view.tables.flatMap(({ axes, cells }, table) => {
    const counts = truth[table] ?? []
    const hidden = counts.filter((_, cell) => cells[cell] === null)
    const width = axes.at(-1)?.codes.length ?? 1
    const lines = Array.from({ length: counts.length / width }, (_, row) =>
      counts.map((_, cell) => cell).slice(row * width, (row + 1) * width),
    )
    const columns = Array.from({ length: width }, (_, column) => lines.map((line) => line[column] ?? 0))
    const sums = [...lines, ...columns, lines.flat()]
      .filter((line) => line.some((cell) => cells[cell] === null))
      .map((line) => line.reduce((sum, cell) => sum + (counts[cell] ?? 0), 0))
    return [...hidden, ...sums].map(String)
  })
}

it(
  'abuse cases 1 and 16: no view holds a count that only a withheld cell stands for, nor a sum over one; each holds all that are shown',
  async () => {
    let guarded = 0
    await fc.assert(
      fc.asyncProperty(guardedViews('plain'), fc.constantFrom('zh-CN', 'en'), async (given, language) => {
        const secret = secrets(given)
        guarded += secret.length
        for (const format of viewFormats) {
          const text = textOf(format, (await writeView(given.view, format, language)).bytes)
          const numbers = new Set(text.match(/\d+/g))
          expect(secret.filter((number) => numbers.has(number) || text.includes(number))).toEqual([])
          const shown = given.view.tables.flatMap(({ cells }) => cells.filter((count) => count !== null))
          expect(shown.filter((count) => !numbers.has(String(count)))).toEqual([])
        }
      }),
      { seed, numRuns },
    )
    expect(guarded).toBeGreaterThan(numRuns)
  },
  timeout,
)

it('abuse case 15: a withheld cell looks the same whatever it stands for', async () => {
  await fc.assert(
    fc.asyncProperty(guardedViews('plain'), async ({ view }) => {
      for (const format of viewFormats) {
        const { bytes } = await writeView(view, format, 'en')
        const text = textOf(format, bytes)
        const marks = {
          csv: /withheld\r/g,
          xlsx: />withheld</g,
          fhir: /"masked"/g,
          dhis2: /_withheld"/g,
          sdmx: /,,Q,N,/g,
        }
        const hidden = view.tables.flatMap(({ cells }) => cells).filter((count) => count === null).length
        // The workbook shows every cell twice, as a list and as a table.
        expect(text.match(marks[format])?.length ?? 0).toBe(hidden * (format === 'xlsx' ? 2 : 1))
      }
    }),
    { seed, numRuns: 40 },
  )
})
