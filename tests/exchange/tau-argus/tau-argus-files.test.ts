import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TableCell, TableSet } from '../../../src/disclosure/table-set.ts'
import { readTableSet } from '../../../src/disclosure/table-set.ts'
import { tauArgusFiles } from '../../../src/exchange/tau-argus/tau-argus-files.ts'

const seed = 20_261_123
const textOf = (files: { name: string; text: string }[], ending: string): string =>
  files.find(({ name }) => name.endsWith(ending))?.text ?? expect.fail(ending)
const rowsOf = (text: string): string[][] =>
  text
    .split('\r\n')
    .slice(0, -1)
    .map((line) => line.split(','))

/** The order of commands that tau-ARGUS's batch reader asks for, as it keeps it in its state. */
const commandFaults = (batch: string): string[] => {
  const follows: Record<string, [from: number[], to: number]> = {
    '<OPENTABLEDATA>': [[0, 4], 1],
    '<OPENMETADATA>': [[1], 2],
    '<SPECIFYTABLE>': [[2, 4], 3],
    '<SAFETYRULE>': [[3], 4],
    '<READTABLE>': [[4], 4],
    '<SUPPRESS>': [[4], 4],
  }
  let state = 0
  return batch.split('\r\n').flatMap((line) => {
    const [word = ''] = line.split(' ')
    const rule = follows[word]
    if (!rule) return ['', '//', '<LOGBOOK>', '<SOLVER>', '<WRITETABLE>'].includes(word) ? [] : [line]
    const isRight = rule[0].includes(state)
    state = rule[1]
    return isRight ? [] : [line]
  })
}

/** Shaped as O2 of the reference: 5 × 3 with one cell under k, and a pattern of four that protects it. */
const small: TableSet = (() => {
  const regions = ['A', 'B', 'C', 'D']
  const inner: Record<string, [number, number]> = { A: [18, 2], B: [14, 19], C: [12, 10], D: [11, 14] }
  const cells: TableCell[] = []
  const hidden = new Set(['A f', 'A m', 'C m', 'C f'])
  for (const region of ['_T', ...regions])
    for (const [column, sex] of (['_T', 'm', 'f'] as const).entries()) {
      const within = region === '_T' ? regions : [region]
      const counts = within.map((name) => inner[name] ?? ([0, 0] as const))
      const n = counts.reduce((sum, [m, f]) => sum + ([m + f, m, f][column] ?? 0), 0)
      cells.push({ at: { region, sex }, n, ...(hidden.has(`${region} ${sex}`) ? { withheld: true } : {}) })
    }
  return {
    dims: { region: { sums: [['_T', ...regions]] }, sex: { sums: [['_T', 'm', 'f']] } },
    cells,
    policy: { k: 5, zeros: 'withheld' },
  }
})()

describe('batch input for tau-ARGUS', () => {
  it('has the parts of the official batch case: a table of all cells, its columns, its commands in their order', () => {
    const { files, left } = tauArgusFiles(readTableSet(structuredClone(small)))
    expect(left).toEqual([])
    expect(files.map(({ name }) => name)).toEqual([
      'READ-ME-true-counts.txt',
      'true-counts-1.tab',
      'true-counts-1.rda',
      'true-counts-1.arb',
    ])
    const batch = textOf(files, '.arb')
    expect(commandFaults(batch)).toEqual([])
    expect(batch).toContain('<SPECIFYTABLE> "region""sex"|"n"|""|"cost"\r\n')
    for (const file of ['true-counts-1.tab', 'true-counts-1.rda']) expect(batch).toContain(`"${file}"`)
    const table = rowsOf(textOf(files, '.tab'))
    expect(table).toHaveLength(15)
    // A|f holds 2 persons under k = 5: it must stay possible from 0 (2 below) to 4 (2 above).
    expect(table.filter(([, , , , , status]) => status === 'U')).toEqual([
      ['A', 'f', '2', '2', '1', 'U', '2', '2'],
    ])
    expect(table.filter(([, , , , cost]) => cost === '1').map(([region, sex]) => `${region} ${sex}`)).toEqual(
      ['A m', 'A f', 'C m', 'C f'],
    )
  })

  it('says in every batch file and beside them that the counts are true ones', () => {
    const { files } = tauArgusFiles(small)
    expect(textOf(files, '.arb')).toMatch(/^\/\/ TRUE COUNTS/)
    expect(textOf(files, '.txt')).toContain('真实计数')
    for (const { name } of files) expect(name).toContain('true-counts')
  })

  it('gives any full table whole, with columns as its description names them, and adding up as its codes say', () => {
    const sets = fc
      .record({
        widths: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
        zeros: fc.constantFrom('withheld' as const, 'published' as const),
        draws: fc.infiniteStream(fc.tuple(fc.nat(12), fc.boolean(), fc.boolean())),
        nested: fc.boolean(),
      })
      .map(({ widths, zeros, draws, nested }) => anySet(widths, zeros, draws, nested))
    fc.assert(
      fc.property(sets, (set) => {
        const { files, left } = tauArgusFiles(readTableSet(structuredClone(set)))
        expect(left).toEqual([])
        expect(commandFaults(textOf(files, '.arb'))).toEqual([])
        const metadata = textOf(files, '.rda').split('\r\n')
        const columns = metadata.filter((line) => /^[a-z]/.test(line))
        const depth = columns.indexOf('n')
        expect(columns).toEqual([
          ...Object.keys(set.dims),
          'n',
          'persons',
          'cost',
          'status',
          'lower',
          'upper',
        ])
        const rows = rowsOf(textOf(files, '.tab'))
        expect(rows).toHaveLength(set.cells.length)
        const counts = new Map(rows.map((row) => [row.slice(0, depth).join(), Number(row[depth])]))
        expect(counts.size).toBe(rows.length)
        for (const [index, { sums }] of Object.values(set.dims).entries())
          for (const [total = '', ...parts] of sums)
            for (const row of rows.filter((codes) => codes[index] === total)) {
              const at = (code: string) =>
                counts.get(row.slice(0, depth).with(index, code).join()) ?? Number.NaN
              expect(at(total)).toBe(parts.reduce((sum, part) => sum + at(part), 0))
            }
        for (const { at, n, withheld, frozen } of set.cells) {
          const row = rows.find((codes) => Object.values(at).every((code, index) => codes[index] === code))
          const [cost, status, lower, upper] = row?.slice(depth + 2) ?? []
          const isUnsafe = withheld === true && n < set.policy.k
          expect(status).toBe(isUnsafe ? 'U' : frozen && !withheld ? 'Z' : 'S')
          expect(cost).toBe(withheld ? '1' : '1000000')
          const lowest = set.policy.zeros === 'published' ? 1 : 0
          expect([lower, upper]).toEqual(
            isUnsafe ? [String(n - lowest), String(set.policy.k - 1 - n)] : ['0', '0'],
          )
        }
        // All we withhold together costs less than one cell that we publish.
        expect(set.cells.filter(({ withheld }) => withheld).length).toBeLessThan(1_000_000)
      }),
      { seed, numRuns: 100 },
    )
  })

  it('counts persons where they are fewer than what they are counted by', () => {
    const set = structuredClone(small)
    for (const cell of set.cells) if (cell.at.region === 'C' && cell.at.sex === 'm') cell.persons = 3
    const table = rowsOf(textOf(tauArgusFiles(set).files, '.tab'))
    // 12 sessions of 3 persons: an interval as wide as for a count under 5.
    expect(table.find(([region, sex]) => region === 'C' && sex === 'm')).toEqual([
      'C',
      'm',
      '12',
      '3',
      '1',
      'U',
      '4',
      '0',
    ])
  })

  it('writes the codes of a hierarchy level by level, without the total', () => {
    const always = function* (): Generator<Draw, never> {
      for (;;) yield [4, false, false]
    }
    const set = anySet([3], 'withheld', always(), true)
    const { files } = tauArgusFiles(set)
    expect(textOf(files, '.hrc')).toBe('g\r\n@a0\r\n@a1\r\na2\r\n')
    expect(textOf(files, '.rda')).toContain('<HIERCODELIST> "true-counts-1-1.hrc"')
  })

  it.each<[string, string, (set: TableSet) => void]>([
    ['a cell is not known', 'INCOMPLETE', (set) => set.cells.splice(7, 1)],
    ['codes add up twice over', 'NO_TREE', (set) => set.dims.sex?.sums.push(['_T', 'f', 'm'])],
    [
      'a code would break the file',
      'NAMES',
      (set) => {
        const text = JSON.stringify(set).replaceAll('"A"', '"A,B"')
        Object.assign(set, JSON.parse(text))
      },
    ],
  ])('leaves a table out, and says so, when %s', (_, because, spoil) => {
    const set = structuredClone(small)
    spoil(set)
    const { files, left } = tauArgusFiles(set)
    expect(left).toEqual([{ dims: ['region', 'sex'], because }])
    expect(files).toHaveLength(1)
  })

  it('gives linked tables one by one, without the rounded and the never published cells', () => {
    const dims = {
      sex: { sums: [['_T', 'f', 'm']] },
      age: { sums: [['_T', 'o', 'y']] },
      tier: { sums: [['_T', 'r', 's']] },
    }
    const cells: TableCell[] = []
    const cross = (...names: ('sex' | 'age' | 'tier')[]) => {
      let grid: TableCell['at'][] = [{}]
      for (const name of names)
        grid = grid.flatMap((at) =>
          ['_T', ...(dims[name].sums[0]?.slice(1) ?? [])].map((code) => ({ ...at, [name]: code })),
        )
      return grid
    }
    const add = (at: TableCell['at'], more: Partial<TableCell> = {}) => {
      const short = Object.fromEntries(Object.entries(at).filter(([, code]) => code !== '_T'))
      if (cells.some((cell) => JSON.stringify(cell.at) === JSON.stringify(short))) return
      cells.push({ at: short, n: 2 ** (3 - Object.keys(short).length) * 4, ...more })
    }
    for (const at of [...cross('sex', 'age'), ...cross('sex', 'tier')]) add(at)
    for (const at of cross('sex', 'age', 'tier')) add(at, { joint: true })
    add({ age: 'o', tier: 'r' }, { between: [0, 9] })
    const { files, left } = tauArgusFiles({ dims, cells, policy: { k: 5, zeros: 'withheld' } })
    expect(left).toEqual([])
    const tables = files
      .filter(({ name }) => name.endsWith('.arb'))
      .map(({ text }) => /<SPECIFYTABLE> (\S+?)\|/.exec(text)?.[1])
    expect(tables).toEqual(['"sex""age"', '"sex""tier"'])
  })
})

/** A count, whether it is withheld though it need not be, and whether it was released before. */
type Draw = [n: number, hidden: boolean, frozen: boolean]
const none: Draw = [0, false, false]

const drawFrom = (draws: Iterator<Draw, unknown>): Draw => {
  const next = draws.next()
  return next.done ? none : next.value
}

/** A full table over dimensions a, b, c …; the first one nested when asked. */
function anySet(
  widths: number[],
  zeros: TableSet['policy']['zeros'],
  draws: Iterator<Draw, unknown>,
  nested: boolean,
): TableSet {
  const k = 5
  const dims = Object.fromEntries(
    widths.map((width, index) => {
      const name = String.fromCharCode(97 + index)
      const codes = Array.from({ length: width }, (_, code) => `${name}${code}`)
      const two = codes.slice(0, 2)
      return [
        name,
        {
          sums:
            nested && index === 0 && width > 2
              ? [
                  ['_T', 'g', ...codes.slice(2)],
                  ['g', ...two],
                ]
              : [['_T', ...codes]],
        },
      ]
    }),
  )
  const inner = new Map<string, Draw>()
  const leavesOf = (name: string, code: string): string[] => {
    const sum = dims[name]?.sums.find(([total]) => total === code)
    return sum ? sum.slice(1).flatMap((part) => leavesOf(name, part)) : [code]
  }
  const names = Object.keys(dims)
  const across = (lists: string[][]): string[][] =>
    lists.reduce<string[][]>(
      (grid, list) => grid.flatMap((before) => list.map((code) => [...before, code])),
      [[]],
    )
  for (const codes of across(names.map((name) => leavesOf(name, '_T'))))
    inner.set(codes.join(), drawFrom(draws))
  const all = across(names.map((name) => [...new Set(dims[name]?.sums.flat())]))
  const cells = all.map((codes): TableCell => {
    const parts = across(codes.map((code, index) => leavesOf(names[index] ?? '', code)))
    const drawn = parts.map((part) => inner.get(part.join()) ?? none)
    const n = drawn.reduce((sum, [count]) => sum + count, 0)
    const [, hidden, frozen] = drawn[0] ?? none
    const withheld = (n < k && (zeros === 'withheld' || n > 0)) || (hidden && n > 0)
    return {
      at: Object.fromEntries(names.map((name, index) => [name, codes[index] ?? ''])),
      n,
      ...(withheld ? { withheld: true } : {}),
      ...(frozen ? { frozen: true } : {}),
    }
  })
  return { dims, cells, policy: { k, zeros } }
}
