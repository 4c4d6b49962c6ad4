import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anxin } from '../support/anxin-command.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anxin-audit-'))
})
afterAll(() => rm(folder, { recursive: true }))

const audit = async (content: unknown, ...more: string[]) => {
  const path = join(folder, 'tables.json')
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
  return command([path, ...more])
}

const command = async (args: string[]) => {
  const { exit, output, errors } = await anxin(['audit', ...args])
  const answer = (line: string): unknown => (line === '' ? null : JSON.parse(line))
  return { exit, audit: answer(output), refusal: answer(errors) }
}

const region = { sums: [['_T', 'A', 'B', 'C']] }
const policy = { k: 5, zeros: 'withheld' }
const column = (counts: Record<string, [n: number, withheld?: true]>) => ({
  dims: { region },
  cells: Object.entries(counts).map(([code, [n, withheld]]) => ({
    at: code === '_T' ? {} : { region: code },
    n,
    ...(withheld && { withheld }),
  })),
  policy,
})

test('tables that keep what they withhold pass', async () => {
  expect(await audit(column({ _T: [60], A: [2, true], B: [48, true], C: [10] }))).toEqual({
    exit: 0,
    audit: { pass: true, cells: [], targets: 2, solver: 'highs 1.15.1' },
    refusal: null,
  })
})

test('what can be worked out is named with the counts that remain possible', async () => {
  const tables = column({ _T: [60], A: [13], B: [47, true], C: [0] })
  expect(await audit({ ...tables, policy: { ...policy, zeros: 'published' } })).toEqual({
    exit: 1,
    audit: {
      pass: false,
      cells: [{ at: { region: 'B' }, low: 47, high: 47, exact: true, because: 'pinned' }],
      targets: 1,
      solver: 'highs 1.15.1',
    },
    refusal: null,
  })
})

test('all intervals when asked for', async () => {
  const { audit: found } = await audit(column({ _T: [60], A: [2, true], B: [48, true], C: [10] }), '--all')
  expect(found).toMatchObject({
    cells: [
      { at: { region: 'A' }, low: 0, high: 50, exact: false, because: null },
      { at: { region: 'B' }, low: 0, high: 50 },
    ],
  })
})

test('what is no table set, or adds up to something else, is refused with its code', async () => {
  const tables = column({ _T: [60], A: [2, true], B: [48, true], C: [10] })
  const refusals = await Promise.all(
    [
      [{ ...tables, dims: { region, sex: { sums: [['f', 'f']] } } }, 'TABLE_SET_INVALID'],
      [{ ...tables, extra: 1 }, 'TABLE_SET_INVALID'],
      ['{', 'NOT_JSON'],
    ].map(async ([content, code], index) => {
      const path = join(folder, `refused-${index}.json`)
      await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
      const { exit, audit, refusal } = await command([path])
      return { exit, audit, code: (refusal as { code?: unknown } | null)?.code, expected: code }
    }),
  )
  for (const { exit, audit, code, expected } of refusals)
    expect({ exit, audit, code }).toEqual({ exit: 1, audit: null, code: expected })
  const off = await audit(column({ _T: [61], A: [2, true], B: [48, true], C: [10] }))
  expect(off).toMatchObject({ exit: 1, audit: null, refusal: { code: 'INCONSISTENT' } })
})

test('a file that is not there is a refusal, a wrong command line is not one', async () => {
  expect(await command([join(folder, 'nowhere.json')])).toMatchObject({
    exit: 1,
    refusal: { code: 'FILE_UNREADABLE' },
  })
  expect(await command([])).toMatchObject({ exit: 2, refusal: { code: 'WRONG_ARGUMENTS' } })
  expect(await command(['a', 'b'])).toMatchObject({ exit: 2, refusal: { code: 'WRONG_ARGUMENTS' } })
})
