import type { Axis } from './axis.ts'

/** A total and its parts, by their places in the grid. */
export interface GridLine {
  total: number
  parts: number[]
}

/** Every sum along every side of a grid whose totals are cells of it. */
export function* gridLines(axes: readonly Axis[]): Generator<GridLine> {
  for (const [side, axis] of axes.entries()) {
    const inner = sizeOf(axes.slice(side + 1))
    const outer = sizeOf(axes.slice(0, side))
    const places = new Map(axis.codes.map(({ code }, place) => [code, place]))
    for (const codes of axis.sums) {
      const steps = codes.map((code) => (places.get(code) ?? 0) * inner)
      for (let block = 0; block < outer; block++)
        for (let rest = 0; rest < inner; rest++) {
          const [total = 0, ...parts] = steps.map((step) => block * axis.codes.length * inner + step + rest)
          yield { total, parts }
        }
    }
  }
}

const sizeOf = (axes: readonly Axis[]): number => axes.reduce((size, { codes }) => size * codes.length, 1)
