import type { Dimension } from './release-plan.ts'

/**
 * How a table adds up to a coarser one: for each cell of the finer grid, the cell of the coarser grid it belongs to.
 * Null when the finer table does not say where its codes belong.
 */
export function foldInto(finer: readonly Dimension[], coarser: readonly Dimension[]): number[] | null {
  const sides: { stride: number; places: number[]; size: number }[] = []
  for (const target of coarser) {
    const source = finer.find((dimension) => placesIn(dimension, target) !== null)
    const places = source && placesIn(source, target)
    if (!source || !places) return null
    sides.push({ stride: strideOf(finer, source), places, size: target.codes.length })
  }
  return Array.from({ length: sizeOf(finer) }, (_, cell) =>
    sides.reduce((place, { stride, places, size }) => {
      const code = Math.floor(cell / stride) % places.length
      return place * size + (places[code] ?? 0)
    }, 0),
  )
}

/** For each code of `source` the position of its code in `target`; null unless every one has a place there. */
function placesIn(source: Dimension, target: Dimension): number[] | null {
  const places = source.codes.map(({ code, within }) => {
    const place = source.id === target.id ? code : within
    return target.codes.findIndex((candidate) => candidate.code === place)
  })
  return places.includes(-1) ? null : places
}

const sizeOf = (dims: readonly Dimension[]): number =>
  dims.reduce((size, { codes }) => size * codes.length, 1)

/** How far apart neighbouring codes of a dimension stand in the grid. */
const strideOf = (dims: readonly Dimension[], dimension: Dimension): number =>
  sizeOf(dims.slice(dims.indexOf(dimension) + 1))
