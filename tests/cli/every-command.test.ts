import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, describe, expect, it } from 'vitest'
import { anxin, anxinOnFullDisk, anxinPath } from '../support/anxin-command.ts'
import { sdcTable } from '../support/table-sets/oracles.ts'

const commands = [
  'start',
  'serve',
  'score',
  'suggest',
  'audit',
  'protect',
  'tau-argus',
  'package',
  'county',
  'simulate',
]

const folder = mkdtempSync(join(tmpdir(), 'anxin-commands-'))
const at = (name: string) => join(folder, name)
const file = (name: string, content: unknown) => {
  writeFileSync(at(name), typeof content === 'string' ? content : JSON.stringify(content))
  return at(name)
}
afterAll(() => rmSync(folder, { recursive: true }))

const tables = sdcTable(5)
const code = (errors: string) => JSON.parse(errors.trim().split('\n').at(-1) ?? '').code

describe('--help', () => {
  it('says of every command what it takes and does', async () => {
    const { exit, output, errors } = await anxin(['--help'])
    expect({ exit, errors }).toEqual({ exit: 0, errors: '' })
    for (const command of commands)
      expect(output).toMatch(new RegExp(`^anxin ${command}\\b.*\\n {4}\\S`, 'm'))
  })

  it.each(commands)('says it of %s alone, and does nothing', async (command) => {
    const { exit, lines, errors } = await anxin([command, '--help'])
    expect({ exit, errors, lines: lines.length }).toEqual({ exit: 0, errors: '', lines: 2 })
    expect(lines[0]).toMatch(new RegExp(`^anxin ${command}( |$)`))
    expect((await anxin([command, '-h'])).lines).toEqual(lines)
  })
})

it('a wrong command line is told what it should have been', async () => {
  for (const command of ['suggest', 'audit', 'protect', 'tau-argus', 'package', 'county', 'simulate']) {
    const { exit, output, errors } = await anxin([command, '--nonsense'])
    expect({ exit, output }).toEqual({ exit: 2, output: '' })
    expect(JSON.parse(errors)).toEqual({
      code: 'WRONG_ARGUMENTS',
      at: '--nonsense',
      detail: { usage: expect.stringMatching(new RegExp(`^anxin ${command} `)) },
    })
  }
  const unknown = await anxin(['constructor'])
  expect({ exit: unknown.exit, code: code(unknown.errors) }).toEqual({ exit: 2, code: 'UNKNOWN_COMMAND' })
})

describe.each([
  ['audit', (path: string) => ['audit', path]],
  ['protect', (path: string) => ['protect', path]],
  ['tau-argus', (path: string) => ['tau-argus', path, '--out', at('never')]],
])('%s, given', (_, words) => {
  const [first] = tables.cells
  const withCell = (more: object) => ({ ...tables, cells: [{ ...first, ...more }, ...tables.cells.slice(1)] })
  const dims = {
    region: {
      sums: [
        ['_T', 'A'],
        ['A', '_T'],
      ],
    },
  }
  mkdirSync(at('folder'), { recursive: true })

  it.each<[string, string, () => string]>([
    ['no such file', 'FILE_UNREADABLE', () => at('nowhere.json')],
    ['a folder', 'FILE_UNREADABLE', () => at('folder')],
    ['nothing', 'NOT_JSON', () => file('empty.json', '')],
    ['half a file', 'NOT_JSON', () => file('half.json', JSON.stringify(tables).slice(0, -20))],
    ['what goes a hundred thousand deep', 'NOT_JSON', () => file('deep.json', '['.repeat(100_000))],
    ['a list', 'TABLE_SET_INVALID', () => file('list.json', [])],
    ['null', 'TABLE_SET_INVALID', () => file('null.json', null)],
    ['no cells', 'TABLE_SET_INVALID', () => file('bare.json', { ...tables, cells: [] })],
    ['a field nobody knows', 'TABLE_SET_INVALID', () => file('more.json', { ...tables, more: 1 })],
    ['a count beyond all counting', 'TABLE_SET_INVALID', () => file('huge.json', withCell({ n: 1e15 }))],
    [
      'a count that is infinite',
      'TABLE_SET_INVALID',
      () => file('infinite.json', JSON.stringify(withCell({ n: 777 })).replace('777', '1e999')),
    ],
    ['less than nothing', 'TABLE_SET_INVALID', () => file('below.json', withCell({ n: -1 }))],
    ['half a person', 'TABLE_SET_INVALID', () => file('part.json', withCell({ n: 0.5 }))],
    ['sums that go in a circle', 'TABLE_SET_INVALID', () => file('circle.json', { ...tables, dims })],
  ])('%s', async (_case, expected, path) => {
    const words_ = words(path())
    const before = readdirSync(folder)
    const { exit, output, errors } = await anxin(words_)
    expect({ exit, output, code: code(errors) }).toEqual({ exit: 1, output: '', code: expected })
    expect(errors.trim().split('\n')).toHaveLength(1)
    expect(errors).not.toMatch(/^\s+at /m)
    expect(readdirSync(folder)).toEqual(before)
  })
})

it('tables may come through a pipe, but not without end', async () => {
  const whole = JSON.stringify(tables)
  const path = file('tables.json', whole)
  const pipe = 'cat "$1" | "$2" "$3" protect /dev/stdin'
  const piped = spawn('sh', ['-c', pipe, 'sh', path, process.execPath, anxinPath])
  expect(await text(piped.stdout)).toBe((await anxin(['protect', path])).output)
  const endless = spawn(process.execPath, [anxinPath, 'audit', '/dev/zero'])
  const errors = await text(endless.stderr)
  expect(code(errors)).toBe('FILE_TOO_LARGE')
})

describe('a reader that goes away', () => {
  it.each([
    ['simulate', ['simulate', '--clients', '60', '--months', '12', '--as', 'records'], ''],
    ['score', ['score', 'phq-9'], '{"answers":{"q1":1}}\n'.repeat(50_000)],
  ])('ends %s at once, with its code', async (_, args, input) => {
    const child = spawn(process.execPath, [anxinPath, ...args])
    child.stdin.on('error', () => {})
    child.stdin.end(input)
    const errors = text(child.stderr)
    await once(child.stdout, 'data')
    child.stdout.destroy()
    const [exit] = await once(child, 'close')
    expect({ exit, errors: (await errors).trim() }).toEqual({
      exit: 1,
      errors: JSON.stringify({ code: 'OUTPUT_CLOSED', at: args[0] }),
    })
  })
})

describe('what cannot be written whole', () => {
  it('leaves no folder of tau-argus behind', async () => {
    const path = file('tables.json', tables)
    const before = readdirSync(folder)
    const { exit, errors } = await anxin(['tau-argus', path, '--out', at('missing/folder')])
    expect({ exit, code: code(errors) }).toEqual({ exit: 1, code: 'FILE_NOT_WRITTEN' })
    expect(readdirSync(folder)).toEqual(before)
    const full = await anxinOnFullDisk(['tau-argus', path, '--out', at('full')])
    expect({ exit: full.exit, code: code(full.errors) }).toEqual({ exit: 1, code: 'FILE_NOT_WRITTEN' })
    expect(readdirSync(folder)).toEqual(before)
    const taken = await anxin(['tau-argus', path, '--out', path])
    expect({ exit: taken.exit, code: code(taken.errors) }).toEqual({ exit: 1, code: 'FILE_EXISTS' })
  })
})
