import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anxin } from '../support/anxin-command.ts'
import { crossTable, sdcTable } from '../support/table-sets/oracles.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anxin-protect-'))
})
afterAll(() => rm(folder, { recursive: true }))

const written = async (name: string, content: string): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const command = async (...args: string[]) => {
  const { exit, output, errors } = await anxin(args)
  return { exit, output, refusal: errors === '' ? null : JSON.parse(errors) }
}

test('what comes out are the same tables with what is withheld, and they pass the audit', async () => {
  const tables = sdcTable(5)
  const { exit, output, refusal } = await command('protect', await written('in.json', JSON.stringify(tables)))
  expect({ exit, refusal }).toEqual({ exit: 0, refusal: null })
  const { audit, ...set } = JSON.parse(output)
  expect(audit).toEqual({ pass: true, cells: [], targets: 4, solver: 'highs 1.15.1' })
  const hidden = ['A male', 'A female', 'C male', 'C female']
  expect(set).toEqual({
    ...tables,
    cells: tables.cells.map((cell) =>
      hidden.includes(`${cell.at.region} ${cell.at.sex}`) ? { ...cell, withheld: true } : cell,
    ),
  })
  const again = await command('audit', await written('out.json', output))
  expect(again).toMatchObject({ exit: 0, refusal: null })
})

test('the key decides between cells alike, and without one the tables do', async () => {
  const alike = { x: 30, y: 30 }
  const tables = crossTable(
    { A: { x: 2, y: 20 }, B: alike, C: alike, D: alike, E: alike, F: alike },
    { k: 5, zeros: 'withheld' },
  )
  const path = await written('alike.json', JSON.stringify(tables))
  const keys = await Promise.all(['1', '2', '3', '4', '5', '6'].map((key) => written(key, key.repeat(32))))
  const outputs = await Promise.all(keys.map((key) => command('protect', path, '--key', key)))
  expect(new Set(outputs.map(({ output }) => output)).size).toBeGreaterThan(1)
  const [once, again] = [await command('protect', path), await command('protect', path)]
  expect(once).toEqual(again)
})

test('what cannot be protected, read or decided is refused by its code, and nothing is printed', async () => {
  const cells = [
    { at: { sex: 'f' }, n: 2 },
    { at: { sex: 'm' }, n: 12, frozen: true },
    { at: {}, n: 14, frozen: true },
  ]
  const frozen = { dims: { sex: { sums: [['_T', 'f', 'm']] } }, cells, policy: { k: 5, zeros: 'withheld' } }
  const path = await written('frozen.json', JSON.stringify(frozen))
  const tables = await written('tables.json', JSON.stringify(sdcTable(5)))
  const refusals: [exit: number, code: string, ...args: string[]][] = [
    [1, 'UNPROTECTABLE', path],
    [1, 'TABLE_SET_INVALID', await written('wrong.json', '{"dims":{},"cells":[]}')],
    [1, 'NOT_JSON', await written('broken.json', '{')],
    [1, 'FILE_UNREADABLE', join(folder, 'nowhere.json')],
    [1, 'FILE_UNREADABLE', tables, '--key', join(folder, 'nowhere')],
    [1, 'KEY_TOO_SHORT', tables, '--key', await written('short', 'short')],
    [1, 'TIMEOUT', tables, '--seconds', '0.000001'],
    [2, 'WRONG_ARGUMENTS'],
    [2, 'WRONG_ARGUMENTS', tables, tables],
    [2, 'WRONG_ARGUMENTS', tables, '--seconds', '-1'],
  ]
  for (const [exit, code, ...args] of refusals)
    expect(await command('protect', ...args)).toMatchObject({ exit, output: '', refusal: { code } })
})
