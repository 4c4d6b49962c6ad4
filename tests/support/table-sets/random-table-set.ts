import fc from 'fast-check'
import { steadyDraw } from '../../../src/disclosure/steady-draw.ts'
import type { TableCell, TableSet } from '../../../src/disclosure/table-set.ts'

/** A dimension and what a person can be in it: each kind of person is counted under several codes. */
interface Shape {
  sums: string[][]
  kinds: string[][]
}

const flat = (parts: number): Shape => {
  const codes = Array.from({ length: parts }, (_, part) => `c${part}`)
  return { sums: [['_T', ...codes]], kinds: codes.map((code) => ['_T', code]) }
}

/** Every way of adding up that a dimension knows: one level, two levels, two ways over the same codes or over others. */
const shapes: Shape[] = [
  flat(2),
  flat(3),
  flat(4),
  {
    sums: [
      ['_T', 'north', 'south'],
      ['north', 'n1', 'n2'],
    ],
    kinds: [['n1', 'north'], ['n2', 'north'], ['south']].map((codes) => ['_T', ...codes]),
  },
  {
    sums: [
      ['_T', 'west', 'east'],
      ['west', 'a', 'b'],
      ['east', 'c', 'd'],
      ['_T', 'large', 'small'],
      ['large', 'a', 'c'],
      ['small', 'b', 'd'],
    ],
    kinds: [
      ['a', 'west', 'large'],
      ['b', 'west', 'small'],
      ['c', 'east', 'large'],
      ['d', 'east', 'small'],
    ].map((codes) => ['_T', ...codes]),
  },
  {
    sums: [
      ['_T', 'young', 'old'],
      ['_T', 'school', 'work', 'none'],
    ],
    kinds: ['young', 'old'].flatMap((age) => ['school', 'work', 'none'].map((work) => ['_T', age, work])),
  },
  {
    sums: [['all', 'left', 'right']],
    kinds: [
      ['all', 'left'],
      ['all', 'right'],
    ],
  },
  {
    sums: [
      ['ab', 'a', 'b'],
      ['bc', 'b', 'c'],
    ],
    kinds: [
      ['a', 'ab'],
      ['b', 'ab', 'bc'],
      ['c', 'bc'],
    ],
  },
]

const names = ['sex', 'age', 'place']

/** Which tables are published: over which dimensions. */
const spansOf = (dimensions: number): number[][][] =>
  [
    [[[]], [[0]]],
    [[[0]], [[0], [0]]],
    [[[0, 1]], [[0], [1]]],
    [
      [[0, 1, 2]],
      [
        [0, 1],
        [1, 2],
      ],
      [
        [0, 1],
        [1, 2],
        [0, 2],
      ],
      [[0, 1], [2]],
    ],
  ][dimensions] ?? []

/** Table sets small enough to try out everything: linked, with hierarchies, zeros, frozen, joint and rounded cells. */
export const smallTableSets: fc.Arbitrary<TableSet> = fc.oneof(
  {
    weight: 4,
    arbitrary: setsOver(fc.array(fc.constantFrom(...shapes), { minLength: 1, maxLength: 3 }), fc.nat(3)),
  },
  // Three two-way margins: what no table of three dimensions has, no margins have.
  {
    weight: 1,
    arbitrary: setsOver(
      fc.constantFrom([flat(2), flat(2), flat(2)], [flat(2), flat(3), flat(2)]),
      fc.constant(2),
    ),
  },
)

function setsOver(shape: fc.Arbitrary<Shape[]>, table: fc.Arbitrary<number>): fc.Arbitrary<TableSet> {
  return fc
    .tuple(
      shape,
      fc.integer({ min: 2, max: 5 }),
      fc.constantFrom('withheld' as const, 'published' as const),
      fc.integer({ min: 0, max: 14 }),
      table,
      fc.nat(),
    )
    .map(([dimensions, k, zeros, people, tables, seed]) => {
      const random = steadyDraw(seed)
      const draw = (below: number): number => Math.floor(random() * below)
      const persons = Array.from({ length: people }, () =>
        dimensions.map(({ kinds }) => kinds[skewed(draw, kinds.length)] ?? []),
      )
      const spans = spansOf(dimensions.length)[tables % spansOf(dimensions.length).length] ?? []
      const cells = new Map<string, TableCell>()
      for (const span of spans)
        for (const place of placesIn(dimensions, span)) {
          const n = persons.filter((person) =>
            place.every((code, axis) => code === null || person[axis]?.includes(code)),
          )
          const at = Object.fromEntries(
            place.flatMap((code, axis) =>
              code === null || code === '_T' || code === 'all' ? [] : [[names[axis] ?? '', code]],
            ),
          )
          const key = JSON.stringify(at)
          if (!cells.has(key) && draw(15) > 0) cells.set(key, cellOf(at, n.length, { k, zeros }, draw))
        }
      return {
        dims: Object.fromEntries(dimensions.map(({ sums }, axis) => [names[axis] ?? '', { sums }])),
        cells: [...cells.values()],
        policy: { k, zeros },
      }
    })
    .filter(({ cells }) => cells.length > 0)
}

/** Small numbers more often: real tables are lopsided. */
const skewed = (draw: (below: number) => number, below: number): number => Math.min(draw(below), draw(below))

/** Every place of a table; null where the dimension is not its own and has a total. */
function placesIn(dimensions: Shape[], span: number[]): (string | null)[][] {
  let places: (string | null)[][] = [[]]
  for (const [axis, { sums }] of dimensions.entries()) {
    const codes = [...new Set(sums.flat())]
    const roots = codes.filter((code) => !sums.some(([, ...parts]) => parts.includes(code)))
    const here: (string | null)[] = span.includes(axis) || roots.length > 1 ? codes : [null]
    places = places.flatMap((place) => here.map((code) => [...place, code]))
  }
  return places
}

function cellOf(
  at: Record<string, string>,
  n: number,
  { k, zeros }: TableSet['policy'],
  draw: (below: number) => number,
): TableCell {
  const mayWithhold = n > 0 || zeros === 'withheld'
  const persons = n > 1 && draw(6) === 0 ? { persons: 1 + draw(n) } : {}
  const cell: TableCell = { at, n, ...persons }
  const isSmall = (cell.persons ?? n) < k && mayWithhold
  const kind = draw(20)
  if (kind === 0) return { ...cell, joint: true }
  if (kind === 1) return { ...cell, between: [Math.max(0, n - draw(3)), n + draw(3)] }
  if (mayWithhold && (isSmall ? kind < 19 : kind < 8))
    return kind === 2 ? { ...cell, withheld: true, frozen: true } : { ...cell, withheld: true }
  return kind % 3 === 0 ? { ...cell, frozen: true } : cell
}
