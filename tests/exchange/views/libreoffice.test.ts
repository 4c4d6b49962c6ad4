import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { writeCsv } from '../../../src/exchange/csv.ts'
import { harmlessText } from '../../../src/exchange/harmless-text.ts'
import { readPackage } from '../../../src/exchange/read-package.ts'
import { crossTable } from '../../../src/exchange/views/cross-table.ts'
import { longRows } from '../../../src/exchange/views/long-rows.ts'
import { type PackageView, packageView } from '../../../src/exchange/views/package-view.ts'
import { xlsxView } from '../../../src/exchange/views/xlsx-view.ts'
import { examplePlan } from '../../support/example-plan.ts'
import { example, given, makeUnit } from '../../support/exchange.ts'
import { guardedViews } from '../../support/package-view.ts'
import { fieldsOfCsv } from '../../support/read-back.ts'
import { suppressedTable } from '../../support/suppressed-table.ts'

const isLong = process.env.ANXIN_LONG !== undefined
const isInstalled = isLong && spawnSync('soffice', ['--version']).status === 0

/** Comma, quotes around every text and around no number, UTF-8, every sheet a file. */
const asCsv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1'

/** Converts files into the folder they stand in. */
const convert = (folder: string, files: readonly string[], more: readonly string[]): void => {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
  const office = spawnSync('soffice', [
    profile,
    '--headless',
    ...more,
    '--outdir',
    join(folder, 'out'),
    ...files,
  ])
  expect(office.status, office.stderr.toString()).toBe(0)
}

/** A number as LibreOffice has it, or a text. */
const cellsIn = (path: string): (number | string)[][] =>
  fieldsOfCsv(readFileSync(path)).map((row) =>
    row.map(({ text, quoted }) => (quoted || text === '' ? text : Number(text))),
  )

const withoutEmptyEnd = (row: readonly (number | string)[]): (number | string)[] =>
  row.slice(0, row.findLastIndex((cell) => cell !== '') + 1)

/** A package with a table of every class, one of them with cells withheld. */
const realView = async (): Promise<PackageView> => {
  const [room, county] = await Promise.all([makeUnit('330102001'), makeUnit('330102')])
  const report = { period: '2026-03', profile: 'medium' } as const
  const { tables } = await example.payloadOf(room, county, report)
  const filled = tables.map((table, number) =>
    table.id === 'referrals'
      ? suppressedTable(examplePlan, table.id).table
      : { ...table, cells: table.cells.map((_, cell) => (cell + number) * 15) },
  )
  const { bytes } = await example.packageOf(room, county, { ...report, tables: filled })
  return packageView(given(await readPackage(bytes, example.deskOf(county, [room]))), examplePlan)
}

it.runIf(isLong)('opens in LibreOffice, every cell of every table as the package has it', async (context) => {
  if (!isInstalled) return context.skip('LibreOffice is not installed')
  const drawn = fc.sample(guardedViews('plain'), { seed: 20_261_123, numRuns: 12 }).map(({ view }) => view)
  const views = [await realView(), ...drawn]
  const folder = mkdtempSync(join(tmpdir(), 'anxin-office-'))
  try {
    const files = await Promise.all(
      views.map(async (view, index) => {
        const file = join(folder, `${index}.xlsx`)
        writeFileSync(file, await xlsxView(view, 'en'))
        return file
      }),
    )
    convert(folder, files, ['--convert-to', asCsv])
    expect(readdirSync(join(folder, 'out'))).toHaveLength(views.length * 3)
    let numbers = 0
    for (const [index, view] of views.entries()) {
      const list = cellsIn(join(folder, 'out', `${index}-Data.csv`))
      expect(list.map(withoutEmptyEnd)).toEqual(longRows(view, 'en').map(withoutEmptyEnd))
      const counts = list.slice(1).map((row) => row[list[0]?.indexOf('Count') ?? -1])
      expect(counts).toEqual(view.tables.flatMap(({ cells }) => cells.map((count) => count ?? 'withheld')))
      numbers += counts.filter((count) => typeof count === 'number').length
      const read = view.tables.flatMap((table) => {
        const { title, note, heading, rows } = crossTable(table, 'en')
        const body = rows.map(({ labels, counts }) => [
          ...labels,
          ...counts.map((count) => count ?? 'withheld'),
        ])
        return [[title], [note], heading, ...body, []]
      })
      const tables = cellsIn(join(folder, 'out', `${index}-Tables.csv`)).map(withoutEmptyEnd)
      // The file ends with its last line that has anything in it.
      expect(tables).toEqual(read.map(withoutEmptyEnd).slice(0, tables.length))
      expect(read.slice(tables.length).flat()).toEqual([])
    }
    expect(numbers).toBeGreaterThan(200)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

it.runIf(isLong)('computes nothing in a CSV file of ours, whatever its texts are', (context) => {
  if (!isInstalled) return context.skip('LibreOffice is not installed')
  const folder = mkdtempSync(join(tmpdir(), 'anxin-office-'))
  const texts = [
    '=1+1',
    '＝1+1',
    '+1+1',
    '-1+1',
    '@SUM(1)',
    '\t=1+1',
    '\u200b=1+1',
    ' =1+1',
    '=HYPERLINK("x")',
    'a;=1+1',
  ]
  try {
    // A line as it would stand there without us, to see that this program does compute.
    const unguarded = new TextEncoder().encode('=1+1,unguarded\r\n')
    const bytes = writeCsv([['text', 'number'], ...texts.map((text, number) => [text, number])])
    writeFileSync(join(folder, 'texts.csv'), new Uint8Array([...bytes, ...unguarded]))
    convert(folder, [join(folder, 'texts.csv')], ['--infilter=CSV:44,34,76,1', '--convert-to', asCsv])
    const [name = ''] = readdirSync(join(folder, 'out'))
    const rows = cellsIn(join(folder, 'out', name))
    expect(rows.at(-1)).toEqual([2, 'unguarded'])
    expect(rows.slice(1, -1)).toEqual(texts.map((text, number) => [harmlessText(text), number]))
  } finally {
    rmSync(folder, { recursive: true })
  }
})
