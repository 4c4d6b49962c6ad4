import { cyclicCores } from './cyclic-cores.ts'
import { type Dimension, dimensionOf, hasOneLeafSystem } from './dimension.ts'
import { type TableCell, type TableSet, TableSetError } from './table-set.ts'

/** Every cell that takes part in the sums of a table set, and the sums. */
export interface LinkedCells {
  /** The listed cells in their order, then those that only the sums speak of. */
  cells: LinkedCell[]
  /** In each the total is the sum of the parts; positions in `cells`. */
  equations: { total: number; parts: number[] }[]
}

export interface LinkedCell {
  /** A dimension that stands at its total is left out. */
  at: Record<string, string>
  /** What the table set says of the cell; none of a cell that is not listed. */
  listed: TableCell | undefined
}

const MOST_CELLS = 200_000

/**
 * All sums over all dimensions of the tables that have a listed cell. Where tables overlap in a ring, as the three two-way
 * margins of a cube do, the inner cells of that cube are part of it: no such cell may be negative, which narrows the margins.
 * Elsewhere (Vorob'ev: margins without a ring always have a common table) inner cells would tell nothing more. A cube of more
 * than 200,000 cells is left out (disclosure.md 2.4). Throws `TableSetError`.
 */
export function linkCells(set: TableSet): LinkedCells {
  const axes = axesOf(set)
  const places = placesOfCells(set, axes)
  const cells: LinkedCell[] = []
  const found = new Map<string, number>()
  const add = (place: readonly number[], listed: TableCell | undefined): void => {
    const key = place.join(' ')
    if (found.has(key)) return
    if (cells.length > 2 * MOST_CELLS) throw new TableSetError('cells: too many with those not listed')
    found.set(key, cells.length)
    cells.push({ at: atOf(axes, place), listed })
    linkedPlaces.push([...place])
  }
  const linkedPlaces: number[][] = []
  for (const [index, place] of places.entries()) add(place, set.cells[index])
  const tables = largest(places.map((place) => spanOf(axes, place)))
  for (const table of tables)
    if (sizeOf(axes, table) > MOST_CELLS) throw new TableSetError('cells: too many with those not listed')
  for (const table of [...tables, ...ringsOf(axes, tables)])
    for (const place of placesIn(axes, table)) add(place, undefined)
  return { cells, equations: linkedPlaces.flatMap((place, total) => equationsAt(axes, found, place, total)) }
}

/** The dimensions of each cube that takes part though no table of it is listed: its inner cells are worth targets, `joint`. */
export function jointCubes(set: TableSet): string[][] {
  const axes = axesOf(set)
  const tables = largest(placesOfCells(set, axes).map((place) => spanOf(axes, place)))
  return ringsOf(axes, tables).map((cube) => cube.map((axis) => axes[axis]?.name ?? ''))
}

interface Axis extends Dimension {
  name: string
  positions: Map<string, number>
  /** The position of the total, −1 when there is none. */
  top: number
}

function axisOf(name: string, dimension: Dimension): Axis {
  const positions = new Map(dimension.codes.map((code, position) => [code, position]))
  return { ...dimension, name, positions, top: positions.get(dimension.total ?? '') ?? -1 }
}

const axesOf = ({ dims }: TableSet): Axis[] =>
  Object.entries(dims).map(([name, { sums }]) => axisOf(name, dimensionOf(sums)))

const placesOfCells = ({ cells }: TableSet, axes: readonly Axis[]): number[][] =>
  cells.map(({ at }) => axes.map(({ name, total, positions }) => positions.get(at[name] ?? total ?? '') ?? 0))

const atOf = (axes: readonly Axis[], place: readonly number[]): Record<string, string> =>
  Object.fromEntries(
    axes.flatMap(({ name, codes, top }, axis) => {
      const position = place[axis] ?? 0
      return position === top ? [] : [[name, codes[position] ?? '']]
    }),
  )

/** The axes along which a cell does not stand at the total: the table it belongs to. */
const spanOf = (axes: readonly Axis[], place: readonly number[]): number[] =>
  axes.flatMap(({ top }, axis) => (place[axis] === top ? [] : [axis]))

/** Tables that are a margin of no other. */
function largest(spans: readonly number[][]): number[][] {
  const distinct = [...new Map(spans.map((span) => [span.join(' '), span])).values()]
  return distinct.filter(
    (span) =>
      !distinct.some((other) => other.length > span.length && span.every((axis) => other.includes(axis))),
  )
}

const sizeOf = (axes: readonly Axis[], span: readonly number[]): number =>
  span.reduce((size, axis) => size * (axes[axis]?.codes.length ?? 1), 1)

/** The cubes over tables that overlap in a ring, as far as they are small enough. */
function ringsOf(axes: readonly Axis[], tables: readonly number[][]): number[][] {
  const isSplit = (axis: number): boolean => {
    const dimension = axes[axis]
    return dimension !== undefined && !hasOneLeafSystem(dimension)
  }
  return cyclicCores(tables, isSplit).filter((cube) => sizeOf(axes, cube) <= MOST_CELLS)
}

/** Every place of a table, margins included. */
function* placesIn(axes: readonly Axis[], span: readonly number[]): Generator<number[]> {
  const place = axes.map(({ top }) => top)
  function* along(depth: number): Generator<number[]> {
    const axis = span[depth]
    if (axis === undefined) {
      yield place
      return
    }
    const size = axes[axis]?.codes.length ?? 0
    for (let position = 0; position < size; position++) {
      place[axis] = position
      yield* along(depth + 1)
    }
  }
  yield* along(0)
}

/** The sums whose total stands here. */
function equationsAt(
  axes: readonly Axis[],
  found: ReadonlyMap<string, number>,
  place: readonly number[],
  total: number,
): LinkedCells['equations'] {
  return axes.flatMap(({ sums }, axis) =>
    sums
      .filter((sum) => sum.total === place[axis])
      .flatMap((sum) => {
        const parts = sum.parts.map((part) => found.get(place.with(axis, part).join(' ')) ?? -1)
        return parts.includes(-1) ? [] : [{ total, parts }]
      }),
  )
}
