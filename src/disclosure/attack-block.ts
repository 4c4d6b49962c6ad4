import { AttackError } from './attack-error.ts'
import type { Answer, BlockModel, Witness } from './block-model.ts'
import type { Pause } from './pause.ts'
import { isMet, record, type Watched } from './witness-record.ts'

/** The whole numbers a column can take; `high` null when nothing bounds it. */
export interface Interval {
  low: number
  high: number | null
}

/** Costs drawn anew for each run; no secret, only variety. */
export type Draw = () => number

/**
 * Looks for witnesses until every watched column has what it needs, or cannot have it. First for all at once: cheap runs, each
 * pulling many cells to where they have not been; then for the rest one by one.
 */
export async function findWitnesses(
  model: BlockModel,
  watched: readonly Watched[],
  first: Witness,
  draw: Draw,
  pause: Pause,
  settled: () => void,
): Promise<void> {
  record(watched, first)
  await findTogether(model, watched, draw, pause)
  for (const one of watched) {
    await settle(model, one, watched, draw, pause)
    settled()
  }
}

async function findTogether(
  model: BlockModel,
  watched: readonly Watched[],
  draw: Draw,
  pause: Pause,
): Promise<void> {
  for (const { column, last = Number.POSITIVE_INFINITY } of watched)
    model.restrict(column, model.lower[column] ?? 0, Math.min(last, model.upper[column] ?? last))
  for (let barren = 0; barren < 3; ) {
    const open = watched.filter((one) => !isMet(one))
    if (open.length <= 1) break
    await pause()
    const answer = model.ask(new Map(open.map((one) => [one.column, costToward(one, draw)])))
    const news = answer.found === 'witness' ? record(open, answer.witness) : 0
    barren = news * 20 < open.length ? barren + 1 : 0
  }
  for (const { column } of watched) model.release(column)
}

/** Pulls a column down or up, to a side where it has not been. */
function costToward({ missing, lowest, highest }: Watched, draw: Draw): number {
  const strength = 0.5 + draw()
  if (missing.size === 0) return draw() < 0.5 ? strength : -strength
  const [first, last] = [Math.min(...missing), Math.max(...missing)]
  const wantsDown = first < lowest
  const wantsUp = last > highest
  if (wantsDown !== wantsUp) return wantsDown ? strength : -strength
  return draw() < 0.5 ? strength : -strength
}

async function settle(
  model: BlockModel,
  one: Watched,
  all: readonly Watched[],
  draw: Draw,
  pause: Pause,
): Promise<void> {
  for (const number of [...one.missing].sort((a, b) => a - b))
    if (one.missing.has(number) && !(await canBe(model, one.column, number, all, draw, pause))) return
  if (!isMet(one)) await intervalOf(model, one.column, draw, pause, (witness) => record(all, witness))
}

/** Whether a column can take this number in some whole-number table. */
async function canBe(
  model: BlockModel,
  column: number,
  number: number,
  all: readonly Watched[],
  draw: Draw,
  pause: Pause,
): Promise<boolean> {
  if (number < (model.lower[column] ?? 0) || number > (model.upper[column] ?? 0)) return false
  model.restrict(column, number, number)
  try {
    const open = all.filter((one) => one.column !== column && !isMet(one))
    const answer = await wholeAnswer(
      model,
      () => new Map(open.map((one) => [one.column, costToward(one, draw)])),
      pause,
    )
    if (answer.found !== 'witness') return false
    record(all, answer.witness)
    return true
  } finally {
    model.release(column)
  }
}

const TRIES = 3

/** Costs say only which witness is liked best: others are tried before branch and bound. */
async function wholeAnswer(
  model: BlockModel,
  costs: () => ReadonlyMap<number, number>,
  pause: Pause,
): Promise<Answer> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    await pause()
    const answer = model.ask(costs())
    if (answer.found !== 'torn') return answer
  }
  await pause()
  return model.askWhole(new Map())
}

/** The smallest and the largest whole number that a column can take, each proved by a witness. */
export async function intervalOf(
  model: BlockModel,
  column: number,
  draw: Draw,
  pause: Pause,
  note: (witness: Witness) => void,
): Promise<Interval> {
  const low = await extreme(model, column, 1, draw, pause, note)
  const high = await extreme(model, column, -1, draw, pause, note)
  return { low, high: high > model.beyond ? null : high }
}

async function extreme(
  model: BlockModel,
  column: number,
  cost: 1 | -1,
  draw: Draw,
  pause: Pause,
  note: (witness: Witness) => void,
): Promise<number> {
  await pause()
  let answer = model.ask(new Map([[column, cost]]))
  if (answer.found === 'torn') {
    const best = (answer.point[column] ?? Number.NaN) * cost
    const whole = Math.ceil(best - 1e-5) * cost
    answer = await atNumber(model, column, whole, draw, pause)
    if (answer.found === 'none') {
      await pause()
      answer = model.askWhole(new Map([[column, cost]]))
    }
  }
  if (answer.found !== 'witness') throw new AttackError('SOLVER', 'the true counts were lost')
  note(answer.witness)
  return answer.witness[column] ?? Number.NaN
}

/** A witness in which the column has this number. */
async function atNumber(
  model: BlockModel,
  column: number,
  number: number,
  draw: Draw,
  pause: Pause,
): Promise<Answer> {
  model.restrict(column, number, number)
  try {
    return await wholeAnswer(
      model,
      () => new Map(model.lower.flatMap((_, other) => (other === column ? [] : [[other, draw() - 0.5]]))),
      pause,
    )
  } finally {
    model.release(column)
  }
}
