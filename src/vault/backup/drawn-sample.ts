import { drawBytes } from '../primitives/random.ts'

/** Above this many of a kind a sample is opened. */
const allUpTo = 5000
const sample = 20

/** All rows where there are not too many, else some of them, drawn at random. */
export const drawnSample = <Row>(rows: readonly Row[]): readonly Row[] => {
  if (rows.length <= allUpTo) return rows
  const drawn = new DataView(drawBytes(4 * sample).buffer)
  const places = new Set(Array.from({ length: sample }, (_, at) => drawn.getUint32(4 * at) % rows.length))
  return rows.filter((_, at) => places.has(at))
}
